namespace MashBroker.Rules;

/// <summary>What a text would give away.</summary>
public enum LeakKind
{
    None = 0,
    ReferrerName,
    ReferrerTelephone,
    ReferrerEmail,
    ReferrerAddress,

    /// <summary>Who they are to the child, what they do, whom they work for.</summary>
    ReferrerRole,

    /// <summary>Words by which somebody tells that they are the one who told: "the caller", "through the wall", "I".</summary>
    TellingPhrase,

    /// <summary>A place that the contact marks as protected.</summary>
    ProtectedAddress,

    /// <summary>That somebody is in a refuge, or where one is.</summary>
    Refuge,

    /// <summary>The text could not be checked; what cannot be checked does not leave.</summary>
    NotChecked,

    /// <summary>Something of somebody of the family or the household who is not being told, without their name.</summary>
    ThirdParty,

    /// <summary>A birth date or an address of somebody of the case whom it does not concern.</summary>
    PersonOfCase,
}

/// <summary>What a person reads beside a finding.</summary>
public static class LeakKinds
{
    public static string InWords(this LeakKind kind) =>
        kind switch
        {
            LeakKind.ReferrerName => "may hold the name of whoever referred",
            LeakKind.ReferrerTelephone => "may hold a telephone number of whoever referred",
            LeakKind.ReferrerEmail => "may hold an e-mail address of whoever referred",
            LeakKind.ReferrerAddress => "may tell where whoever referred lives",
            LeakKind.ReferrerRole => "may tell who they are to the child, or what they do",
            LeakKind.TellingPhrase => "may tell who referred, by how it is put",
            LeakKind.ProtectedAddress => "may tell where somebody is whose address is protected",
            LeakKind.Refuge => "may tell that somebody is in a refuge, or where",
            LeakKind.ThirdParty => "may tell something of another person of the family or the household",
            LeakKind.PersonOfCase => "holds the birth date or the address of somebody whom it does not concern",
            _ => "could not be checked",
        };

    public static string Remedy(this LeakKind kind) =>
        kind switch
        {
            LeakKind.NotChecked => "Write it anew in plain words; if it stays so, tell whoever looks after the hub",
            LeakKind.ThirdParty or LeakKind.PersonOfCase =>
                "Say the outcome and the next step and nothing of them, or override with a reason",
            _ => "Say what happened to the child without it, or override with a reason",
        };
}
