using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules;

/// <summary>Plans of the sample hub for a contact of a Tuesday morning, with every agency connected.</summary>
internal static class SomePlan
{
    public static readonly HubProfile Sample = HubProfiles.Load("sample");

    public static readonly string[] Everybody = [.. Sample.Agencies.Select(agency => agency.Code)];

    public static EnquiryPlan Make(Contact contact, Rating rating = Rating.Amber) =>
        EnquiryPlan.Make(Sample, contact, rating, Utc("2026-11-03 10:00"), Utc("2026-11-03 10:20"), Everybody);

    public static AgencyAsk? Ask(EnquiryPlan plan, string agency) =>
        plan.Agencies.Single(planned => planned.Code == agency).Ask;
}
