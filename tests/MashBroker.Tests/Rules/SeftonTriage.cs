using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules;

/// <summary>A contact held against Sefton's criteria on the morning of 3 November 2026.</summary>
internal static class SeftonTriage
{
    public static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    public static TriageFinding Assess(Contact contact) => Triage.Assess(Sefton, contact, Utc("2026-11-03 10:00"));

    public static IEnumerable<string> Codes(TriageFinding finding) =>
        finding.Criteria.Select(criterion => criterion.Code);

    public static Contact With(Contact contact, Func<Concern, Concern> change) =>
        contact with
        {
            Concern = change(contact.Concern),
        };
}
