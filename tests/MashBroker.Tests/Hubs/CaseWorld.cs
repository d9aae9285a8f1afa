using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using MashBroker.Testing.Rules;

namespace MashBroker.Tests.Hubs;

/// <summary>One worked case under one hub's rules. What is not said of it is the usual: a professional tells of a child and a mother on a Tuesday at ten.</summary>
internal sealed class CaseWorld
{
    private const string Usually = "Tue 3 Nov 2026 10:00";

    private readonly IReadOnlyDictionary<string, string> _known;
    private readonly Lazy<Outlook> _outlook;
    private readonly Lazy<DecisionOutlook> _decided;

    public CaseWorld(HubProfile hub, WorkedCase worked)
    {
        Hub = hub;
        _known = worked.Known;
        if (_known.Keys.Except(Headings).FirstOrDefault() is { } unknown)
        {
            throw new FormatException($"Case {worked.Name}: no case knows of '{unknown}'.");
        }

        _outlook = new Lazy<Outlook>(() => Outlook.Of(Hub, Ask()));
        _decided = new Lazy<DecisionOutlook>(Decide);
    }

    /// <summary>What a case can say of itself.</summary>
    public static IReadOnlyCollection<string> Headings { get; } =
    [
        "received",
        "now",
        "allocated",
        "called for",
        "decided",
        "concern",
        "risk",
        "level of need",
        "missing",
        "referred before",
        "referrer",
        "a person says",
        "open to",
        "family",
        "rated",
        "agency",
        "outcome",
        "step",
        "people",
        "day",
        "enquiry made",
        "re-rated",
        "a manager says why",
        "not connected",
        WorkedCase.HubsWords,
    ];

    public HubProfile Hub { get; }

    public Outlook Outlook => _outlook.Value;

    public DecisionOutlook Decided => _decided.Value;

    public DateTimeOffset Now => Moment("now") ?? Received;

    public DateTimeOffset Received => CaseText.Instant(_known.GetValueOrDefault("received", Usually));

    public AgencyProfile Agency => Hub.Agencies.Single(agency => agency.Name == _known["agency"]);

    /// <summary>What whoever decides now is told that nobody has put on record; agreement was sought and the basis stands there.</summary>
    public IReadOnlyList<string> Unsaid => NotOnRecord.AtDecision(Hub, Contact(), [Sought, Basis], Now);

    public int Step => int.Parse(_known["step"], System.Globalization.CultureInfo.InvariantCulture) - 1;

    public Rating Rated => Rating("rated") ?? throw new FormatException("It is not rated.");

    public Rating ReRated => Rating("re-rated") ?? throw new FormatException("It is not re-rated.");

    public string? AManagerSaysWhy => _known.GetValueOrDefault("a manager says why");

    public DateOnly Day => CaseText.Date(_known["day"]);

    private static Consent Sought { get; } =
        new()
        {
            By = "A. Worker",
            Role = "social worker",
            Agreement = AgreementOutcome.Sought,
        };

    private static LawfulBasis Basis { get; } =
        new()
        {
            By = "A. Worker",
            Role = "social worker",
            Basis = "public-task",
            Necessity = "It is needed.",
        };

    private Rating? Rating(string heading) =>
        _known.TryGetValue(heading, out var cell) ? Enum.Parse<Rating>(cell) : null;

    private DateTimeOffset? Moment(string heading) =>
        _known.TryGetValue(heading, out var cell) ? CaseText.Instant(cell) : null;

    private string[] Several(string heading, char between = ',') =>
        _known.TryGetValue(heading, out var cell) ? cell.Split(between, StringSplitOptions.TrimEntries) : [];

    private ReferrerKind Referrer => CaseText.Referrer(_known.GetValueOrDefault("referrer", "professional"));

    private OutlookQuestion Ask()
    {
        var toAPerson = Hub.Criteria.OfType<APersonSaysSo>().Select(criterion => criterion.Code).ToList();
        return new OutlookQuestion
        {
            Contact = Contact(),
            Now = Now,
            AllocatedAt = Moment("allocated"),
            StrategyCalledAt = Moment("called for"),
            Rating = Rating("rated"),
            SaidYes = Says("yes") ? toAPerson : [],
            SaidNo = Says("no") ? toAPerson : [],
            OpenToSocialWorker = OpenTo("social worker"),
            OpenToEarlyHelp = OpenTo("Early Help"),
            ConnectedAgencies = Connected(),
        };
    }

    private string[]? Connected()
    {
        var without = Several("not connected", ';');
        return without.Length == 0
            ? null
            : [.. Hub.Agencies.Where(agency => !without.Contains(agency.Name)).Select(agency => agency.Code)];
    }

    private bool Says(string word) => _known.GetValueOrDefault("a person says") == word;

    private bool OpenTo(string whom) => _known.GetValueOrDefault("open to") == whom;

    private Contact Contact()
    {
        var risk = _known.GetValueOrDefault("risk", "");
        var usual = SomeContact.About([.. Several("concern").Select(CaseText.Codes)]);
        return usual with
        {
            ReceivedAt = Received,
            Referrer = usual.Referrer with { Kind = Referrer },
            People = People(),
            Concern = usual.Concern with
            {
                SignificantHarm = risk is "significant harm" or "harm suffered" or "harm likely" or "both",
                HarmSuffered = risk switch
                {
                    "harm suffered" => true,
                    "harm likely" => false,
                    _ => null,
                },
                ImmediateRisk = risk is "at risk now" or "both",
                LevelOfNeed = _known.TryGetValue("level of need", out var level)
                    ? int.Parse(level, System.Globalization.CultureInfo.InvariantCulture)
                    : null,
            },
            MissingEpisodes = [.. Several("missing", ';').Select(CaseText.Episode)],
            PreviousReferrals =
            [
                .. Several("referred before", ';').Select(day => new PreviousReferral(CaseText.Date(day))),
            ],
            DoNotInformFamily = _known.GetValueOrDefault("family") == "must not know",
        };
    }

    private Subject[] People() =>
        _known.ContainsKey("people")
            ?
            [
                .. Several("people")
                    .Select(
                        (role, at) =>
                            SomeContact.Child with
                            {
                                Code = $"S{at + 1}",
                                Role = Enum.Parse<SubjectRole>(
                                    role.Replace(" ", "", StringComparison.Ordinal),
                                    ignoreCase: true
                                ),
                            }
                    ),
            ]
            : [SomeContact.Child, SomeContact.Mother];

    private DecisionOutlook Decide() =>
        DecisionOutlook.Of(
            Hub,
            Hub.Outcomes.Single(outcome => outcome.Name == _known["outcome"]).Code,
            Referrer,
            Moment("decided") ?? Now,
            afterEnquiry: _known.GetValueOrDefault("enquiry made") != "no"
        ) ?? throw new FormatException("This outcome is not open.");

    public DateTimeOffset DecidedAt => Moment("decided") ?? Now;
}
