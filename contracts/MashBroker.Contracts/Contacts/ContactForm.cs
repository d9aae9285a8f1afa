using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Contacts;

/// <summary>
/// The form of a contact, field by field. Every field is read whatever was wrong before it; what cannot be read becomes a
/// fault and a placeholder that nobody sees, for with a fault there is no contact.
/// </summary>
internal sealed class ContactForm(FaultList faults, FaultList warnings, DateTimeOffset now)
{
    private const int PeopleLimit = 50;
    private const int EventLimit = 200;
    private const int OpenCaseLimit = 10;
    private const int LevelsOfNeed = 4;

    public Contact Read(FormObject form)
    {
        var contact = new Contact
        {
            Referrer = form.Object("referrer", ReadReferrer) ?? NoReferrer,
            ReceivedAt = form.Moment("receivedAt", now) ?? now,
            People = ReadPeople(form),
            Concern = form.Object("concern", ReadConcern) ?? NoConcern,
            ConcernSummary = form.Text("concernSummary", TextLimit.Narrative),
            Consent = form.OptionalObject("consent", ReferrerConsent.Read),
            MissingEpisodes = form.Objects("missingEpisodes", EventLimit, ReadMissingEpisode),
            PreviousReferrals = form.Objects("previousReferrals", EventLimit, ReadPreviousReferral),
            DoNotInformFamily = form.Flag("doNotInformFamily"),
            OpenTo = form.Objects("openTo", OpenCaseLimit, ReadOpenCase),
            Follows = form.Text("follows", TextLimit.Identifier),
        };
        form.RefuseUnknown();
        return contact;
    }

    private static Referrer NoReferrer { get; } = new() { Kind = default, Name = "" };

    private static Concern NoConcern { get; } = new() { Summary = "", Kinds = [] };

    private Referrer ReadReferrer(FormObject form)
    {
        var kind = form.Word<ReferrerKind>("kind", required: true);
        var referrer = new Referrer
        {
            Kind = kind ?? default,
            // Members of the public may stay unnamed; professionals and family may not.
            Name = form.Text("name", TextLimit.Name, required: kind is not ReferrerKind.MemberOfPublic) ?? "not given",
            Role = form.Text("role", TextLimit.Line),
            Organisation = form.Text("organisation", TextLimit.Line),
            Telephone = form.Text("telephone", TextLimit.Telephone),
            Email = form.Text("email", TextLimit.Email),
            Address = form.Object(
                "address",
                address => new SubjectForm(warnings, now).ReadAddress(address, []),
                required: false
            ),
            Relationship = form.Text("relationship", TextLimit.Line),
        };
        if (referrer.Email is { } email && !IsAddress(email))
        {
            form.Fault("email", "is not an e-mail address", "Give name@organisation, or leave it out");
        }

        return referrer;
    }

    private static bool IsAddress(string email) =>
        email.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !email.Any(char.IsWhiteSpace);

    private static Concern ReadConcern(FormObject form)
    {
        var concern = new Concern
        {
            Summary = form.Text("summary", TextLimit.Narrative, required: true) ?? "",
            Kinds = form.Codes("kinds", ConcernKind.All),
            ImmediateRisk = form.Flag("immediateRisk"),
            SignificantHarm = form.Flag("significantHarm"),
            HarmSuffered = form.OptionalFlag("harmSuffered"),
            LevelOfNeed = form.Number("levelOfNeed", 1, LevelsOfNeed),
        };
        if (concern is { HarmSuffered: true, SignificantHarm: false })
        {
            form.Fault(
                "harmSuffered",
                "says that significant harm was suffered, which significantHarm does not say",
                "Set significantHarm to true, or leave harmSuffered out"
            );
        }

        return concern;
    }

    private MissingEpisode ReadMissingEpisode(FormObject form)
    {
        var from = form.Moment("from", now, required: true);
        var until = form.Moment("until", now);
        if (until < from)
        {
            form.Fault("until", "is before from", "Give the time the child was found, or leave it out while missing");
        }

        return new MissingEpisode(from ?? now, until);
    }

    private PreviousReferral ReadPreviousReferral(FormObject form) =>
        new(
            form.Date("on", latest: LatestToday(now), required: true) ?? default,
            form.Text("outcome", TextLimit.Narrative)
        );

    private OpenCase ReadOpenCase(FormObject form) => ReadOpenCase(form, now);

    internal static OpenCase ReadOpenCase(FormObject form, DateTimeOffset now) =>
        new()
        {
            Service = form.Word<OpenService>("service", required: true) ?? default,
            Worker = form.Text("worker", TextLimit.Name),
            Team = form.Text("team", TextLimit.Line),
            Since = form.Date("since", latest: LatestToday(now)),
        };

    /// <summary>Today where the hub is. Summer time is an hour ahead of UTC: a child may be born within that hour.</summary>
    internal static DateOnly LatestToday(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(1));

    private IReadOnlyList<Subject> ReadPeople(FormObject form)
    {
        var people = new SubjectForm(warnings, now);
        var read = form.Objects("people", PeopleLimit, people.Read, required: true);
        if (
            read.Count > 0
            && read[0] is { Role: not (SubjectRole.None or SubjectRole.Child or SubjectRole.UnbornChild) }
        )
        {
            faults.Add(
                "people[0].role",
                "is not a child's",
                "Put the child or unborn child the concern is about first"
            );
        }

        return SubjectCodes.Assign(read, faults);
    }
}
