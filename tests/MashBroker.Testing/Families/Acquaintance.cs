using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Testing.Families;

/// <summary>Decides which agencies know a person, what they hold, and with which mistakes.</summary>
internal sealed class Acquaintance(Random random, InventedNumbers numbers, RecordErrors errors)
{
    private static readonly Dictionary<string, string[]> ForChildren = new()
    {
        [AgencyCode.Police] =
        [
            RecordKind.PoliceMissingEpisode,
            RecordKind.PoliceDomesticIncident,
            RecordKind.PoliceCrime,
            RecordKind.PoliceIntelligence,
        ],
        [AgencyCode.Health] = [RecordKind.HealthRegistration, RecordKind.HealthEncounter, RecordKind.HealthFlag],
        [AgencyCode.Education] =
        [
            RecordKind.EducationEnrolment,
            RecordKind.EducationAttendance,
            RecordKind.EducationSafeguarding,
            RecordKind.EducationExclusion,
            RecordKind.EducationSpecialNeeds,
        ],
        [AgencyCode.DomesticAbuse] = [RecordKind.DomesticAbuseChildrenListed],
    };

    private static readonly Dictionary<string, string[]> ForAdults = new()
    {
        [AgencyCode.Police] =
        [
            RecordKind.PoliceCrime,
            RecordKind.PoliceDomesticIncident,
            RecordKind.PoliceIntelligence,
            RecordKind.PoliceWarningMarker,
        ],
        [AgencyCode.Health] = [RecordKind.HealthRegistration, RecordKind.HealthEncounter],
        [AgencyCode.Probation] =
        [
            RecordKind.ProbationOrder,
            RecordKind.ProbationRegistration,
            RecordKind.ProbationRiskOfSeriousHarm,
            RecordKind.ProbationMappa,
        ],
        [AgencyCode.AdultServices] = [RecordKind.AdultOpenEvent, RecordKind.AdultCarer, RecordKind.AdultSafeguarding],
        [AgencyCode.DomesticAbuse] =
        [
            RecordKind.DomesticAbuseMarac,
            RecordKind.DomesticAbuseDash,
            RecordKind.DomesticAbuseSafeContact,
        ],
    };

    public SamplePerson Introduce(SamplePerson person, bool keepGivenName = false, bool faultless = false)
    {
        var known = new Dictionary<string, IReadOnlyList<KnownRecord>>();
        var identifiers = person.Identifiers.ToList();
        foreach (var (agency, kinds) in person.IsChild ? ForChildren : ForAdults)
        {
            if (!MayKnow(agency, person) || random.Next(100) >= 55)
            {
                continue;
            }

            var record = new KnownRecord
            {
                Record = numbers.Record(agency),
                Holds = kinds[..random.Next(1, kinds.Length + 1)],
                Role = RoleAt(agency, person),
            };
            for (var mistakes = faultless ? 0 : Mistakes(); mistakes > 0; mistakes--)
            {
                record = errors.Put(record, person, keepGivenName);
            }

            known[agency] = [record];
            if (agency == AgencyCode.Probation)
            {
                identifiers.Add(new Identifier(IdentifierScheme.CaseReferenceNumber, record.Record));
            }
        }

        return person with
        {
            KnownTo = known,
            Identifiers = identifiers,
        };
    }

    // Six in ten records are right, three have one mistake, one has two.
    private int Mistakes() =>
        random.Next(10) switch
        {
            < 6 => 0,
            < 9 => 1,
            _ => 2,
        };

    private static bool MayKnow(string agency, SamplePerson person) =>
        (agency, person.Role) switch
        {
            (AgencyCode.Health or AgencyCode.DomesticAbuse, SubjectRole.UnbornChild) => true,
            (_, SubjectRole.UnbornChild) => false,
            (AgencyCode.Education, _) => person.DateOfBirth < FamilyGenerator.AsOf.AddYears(-4),
            (AgencyCode.Police, _) => person.DateOfBirth < FamilyGenerator.AsOf.AddYears(-1),
            _ => true,
        };

    private static string RoleAt(string agency, SamplePerson person) =>
        agency switch
        {
            AgencyCode.Police when person.IsChild => "child-present",
            AgencyCode.Police or AgencyCode.DomesticAbuse when !person.IsChild => (agency, person.Gender) switch
            {
                (AgencyCode.DomesticAbuse, "male") => "perpetrator",
                (_, "male") => "suspect",
                _ => "victim",
            },
            AgencyCode.DomesticAbuse => "child",
            AgencyCode.Health => "patient",
            AgencyCode.Education => "pupil",
            AgencyCode.Probation => "person on probation",
            _ => "person",
        };
}
