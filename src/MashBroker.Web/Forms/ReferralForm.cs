using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Web.Forms;

/// <summary>The referral form, top to bottom: what the template prints and what the reader looks for.</summary>
internal static class ReferralForm
{
    public const string Title = "Referral to the Multi-Agency Safeguarding Hub";

    public const string Introduction =
        "Write in the grey fields only: what stands beside them cannot be read. Leave empty what you do not know. "
        + "If a child is in immediate danger, telephone 999 first.";

    public const string RowButton = "Add a row with the + at the lower right of the last one.";

    private const string DateHint = "day/month/year";
    private const string MomentHint = "day/month/year hour:minute, e.g. 03/11/2026 14:30";
    private const string OnePerLine = "one on each line";

    public static IReadOnlyList<FormSection> Sections { get; } =
    [
        new(
            "Who is referring",
            [
                Choice(
                    "referrer.kind",
                    "You are",
                    ("professional", "A professional"),
                    ("member-of-public", "A member of the public"),
                    ("family", "Family of the child")
                ),
                new("referrer.name", "Your name", FieldKind.Line),
                new("referrer.role", "Your role", FieldKind.Line) { Hint = "e.g. head teacher" },
                new("referrer.organisation", "Your organisation", FieldKind.Line),
                new("referrer.telephone", "Your telephone", FieldKind.Line),
                new("referrer.email", "Your e-mail address", FieldKind.Line),
                new("referrer.address.lines", "Your address", FieldKind.Lines) { Hint = OnePerLine },
                new("referrer.address.postcode", "Your postcode", FieldKind.Line),
                new("referrer.relationship", "How you know the child", FieldKind.Line) { Hint = "e.g. grandmother" },
            ]
        )
        {
            Note =
                "A member of the public may leave all of this out. What is given stays with the hub: nobody who is asked about the family learns it.",
        },
        new("The child and the family", People)
        {
            Repeats = "people",
            Rows = 2,
            Note =
                "The child you are worried about comes first; then brothers, sisters, parents and other adults, one block each. "
                + "Add a block with the + at the lower right of the last one.",
        },
        new(
            "What you are worried about",
            [
                new("concern.summary", "What has happened, in your words", FieldKind.Narrative),
                .. Concerns,
                new("concern.immediateRisk", "The child is at risk now", FieldKind.Flag),
                new(
                    "concern.significantHarm",
                    "The child has suffered, or is likely to suffer, significant harm",
                    FieldKind.Flag
                ),
                new("concern.levelOfNeed", "Level of need, by the guidance of your partnership", FieldKind.NumberChoice)
                {
                    Choices = [new("1", "Level 1"), new("2", "Level 2"), new("3", "Level 3"), new("4", "Level 4")],
                },
                new("doNotInformFamily", "Telling the family would put the child at risk", FieldKind.Flag),
                new("concernSummary", "What agencies may be told in place of your words", FieldKind.Narrative),
            ]
        ),
        new(
            "What the parents or carers were told",
            [
                Choice(
                    "consent.parents",
                    "They know of this referral",
                    ("informed", "They were told"),
                    ("not-informed", "They were not told")
                ),
                new("consent.whyNotInformed", "Why they were not told", FieldKind.Narrative),
                Choice(
                    "consent.agreement",
                    "They agree that information is shared",
                    ("sought", "They were asked and have not answered"),
                    ("given", "They agree"),
                    ("refused", "They do not agree"),
                    ("dispensed-with", "They were not asked, for a reason")
                ),
                new("consent.soughtFrom", "Who was asked", FieldKind.Line) { Hint = "e.g. mother" },
                new("consent.reason", "Why they do not agree or were not asked", FieldKind.Narrative),
            ]
        )
        {
            Note = "Leave out what would put the child at more risk, and tick above that telling the family would.",
        },
        new(
            "Who works with the child already",
            [
                Choice("openTo[].service", "Service", ("social-worker", "Social worker"), ("early-help", "Early Help")),
                new("openTo[].worker", "Name of the worker", FieldKind.Line),
                new("openTo[].team", "Team", FieldKind.Line),
                new("openTo[].since", "Since", FieldKind.Date) { Hint = DateHint },
            ]
        )
        {
            Repeats = "openTo",
            AsLines = true,
            Note = RowButton,
        },
        new(
            "When the child was missing",
            [
                new("missingEpisodes[].from", "Missing from", FieldKind.Moment) { Hint = MomentHint },
                new("missingEpisodes[].until", "Found", FieldKind.Moment) { Hint = MomentHint },
            ]
        )
        {
            Repeats = "missingEpisodes",
            Rows = 2,
            AsLines = true,
            Note = $"Leave the second time empty while the child is missing. {RowButton}",
        },
        new(
            "Earlier referrals of the child",
            [
                new("previousReferrals[].on", "Referred on", FieldKind.Date) { Hint = DateHint },
                new("previousReferrals[].outcome", "What came of it", FieldKind.Line),
            ]
        )
        {
            Repeats = "previousReferrals",
            AsLines = true,
            Note = RowButton,
        },
        new("For the hub", [new("receivedAt", "Received at the hub", FieldKind.Moment) { Hint = MomentHint }])
        {
            Note = "Leave empty: the hub's own clock then says when it was told.",
        },
    ];

    public static IReadOnlyDictionary<string, FormField> ByTag { get; } =
        Sections.SelectMany(section => section.Fields).ToDictionary(field => field.Tag);

    /// <summary>Everything that is printed beside the fields: other text stands where nobody would read it.</summary>
    public static IReadOnlySet<string> Printed { get; } =
        Sections
            .SelectMany(section =>
                section.Fields.Select(field => field.Label).Append(section.Heading).Append(section.Note ?? "")
            )
            .Concat([Title, Introduction])
            .ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<FormField> People =>
        [
            Choice(
                "people[].role",
                "This person is",
                ("child", "The child, or another child referred"),
                ("unborn-child", "An unborn child"),
                ("sibling", "A brother or sister"),
                ("parent", "A parent"),
                ("carer", "A carer"),
                ("other-adult", "Another adult")
            ),
            new("people[].names[0].given", "First names", FieldKind.Line),
            new("people[].names[0].family", "Surname", FieldKind.Line),
            Choice(
                "people[].names[0].use",
                "This name is",
                ("current", "In use now"),
                ("alias", "Another name in use"),
                ("previous", "A name used before")
            ),
            new("people[].names[1].given", "Other first names", FieldKind.Line),
            new("people[].names[1].family", "Other surname", FieldKind.Line),
            Choice(
                "people[].names[1].use",
                "The other name is",
                ("alias", "Another name in use"),
                ("previous", "A name used before")
            ),
            new("people[].dateOfBirth", "Date of birth", FieldKind.Date) { Hint = DateHint },
            Choice(
                "people[].dateOfBirthQuality",
                "The date of birth is",
                ("stated", "As told"),
                ("verified", "Seen on a document"),
                ("estimated", "Estimated")
            ),
            new("people[].expectedDelivery", "Expected delivery of an unborn child", FieldKind.Date)
            {
                Hint = DateHint,
            },
            Choice(
                "people[].gender",
                "Gender",
                ("female", "Female"),
                ("male", "Male"),
                ("other", "Other"),
                ("unknown", "Not known")
            ),
            new("people[].relationship", "Relationship to the child", FieldKind.Line) { Hint = "e.g. mother" },
            new("people[].telephones", "Telephone numbers", FieldKind.Lines) { Hint = OnePerLine },
            new("people[].addresses[0].lines", "Address", FieldKind.Lines) { Hint = OnePerLine },
            new("people[].addresses[0].postcode", "Postcode", FieldKind.Line),
            new("people[].addresses[0].uprn", "Property number (UPRN)", FieldKind.Line),
            new("people[].addresses[0].from", "Lives there since", FieldKind.Date) { Hint = DateHint },
            new("people[].addresses[0].noFixedAddress", "No fixed address", FieldKind.Flag),
            new(
                "people[].addresses[0].protected",
                "Others must not learn this address (a refuge, a move away from violence)",
                FieldKind.Flag
            ),
            new("people[].addresses[1].lines", "Previous address", FieldKind.Lines) { Hint = OnePerLine },
            new("people[].addresses[1].postcode", "Previous postcode", FieldKind.Line),
            new("people[].addresses[1].from", "Lived there from", FieldKind.Date) { Hint = DateHint },
            new("people[].addresses[1].to", "Lived there until", FieldKind.Date) { Hint = DateHint },
            Identifier(IdentifierScheme.NhsNumber, "NHS number"),
            Identifier(IdentifierScheme.UniquePupilNumber, "Unique Pupil Number (UPN)"),
            Identifier(IdentifierScheme.LocalAuthorityChildId, "Number at children's social care"),
            Identifier(IdentifierScheme.NationalInsuranceNumber, "National Insurance number, of an adult"),
        ];

    private static IEnumerable<FormField> Concerns =>
        ConcernKind.All.Select(kind => new FormField($"concern.kinds:{kind}", WordsOf(kind), FieldKind.Flag));

    private static string WordsOf(string kind) =>
        kind == ConcernKind.SupportRequested
            ? "The family asks for support"
            : string.Concat(char.ToUpperInvariant(kind[0]).ToString(), kind[1..].Replace('-', ' '));

    private static FormField Identifier(string scheme, string label) =>
        new($"people[].identifiers:{scheme}", label, FieldKind.Line);

    private static FormField Choice(string tag, string label, params (string Code, string Words)[] choices) =>
        new(tag, label, FieldKind.Choice)
        {
            Choices = [.. choices.Select(choice => new FormChoice(choice.Code, choice.Words))],
        };
}
