namespace MashBroker.Rules;

/// <summary>The parts of a profile about speaking with parents and about who may know.</summary>
internal static class ProfileConsent
{
    public static ConsentRule Read(ProfileObject consent)
    {
        var read = new ConsentRule
        {
            SoughtBy = consent.Texts("soughtBy"),
            DiscussedWhere = consent.OptionalText("discussedWhere"),
            DispensedWhenAny = consent.Has("dispensedWhenAny")
                ? ProfileCriteria.ReadWhenAny(consent, "dispensedWhenAny")
                : HubDefaults.Consent.DispensedWhenAny,
            NotToldWhenAny = consent.Has("notToldWhenAny")
                ? ProfileCriteria.ReadWhenAny(consent, "notToldWhenAny")
                : HubDefaults.Consent.NotToldWhenAny,
            OnlyIfSureWhenAny = ProfileCriteria.ReadWhenAny(consent, "onlyIfSureWhenAny"),
        };
        if (read.SoughtBy.Count == 0)
        {
            consent.Fault("soughtBy", "names nobody.", "Say who speaks with the parents first.");
        }

        return read;
    }

    public static NeedToKnowGround ReadGround(ProfileObject ground) => new(ground.Code("code"), ground.Text("name"));
}
