using MashBroker.Ledger.Figures;

namespace MashBroker.Cli.Demo;

/// <summary>What the demo ends with.</summary>
internal sealed record DemoResult
{
    public required int Contacts { get; init; }

    public required int Enquiries { get; init; }

    public required int Requests { get; init; }

    public required int Returns { get; init; }

    public required int Receipts { get; init; }

    public required int Late { get; init; }

    public required int Missing { get; init; }

    public required int Packs { get; init; }

    /// <summary>Agencies that hold something and will not disclose it.</summary>
    public required int Refused { get; init; }

    public required double Seconds { get; init; }

    /// <summary>How the requests were answered, by kind.</summary>
    public required DemoAnswers Answers { get; init; }

    public static DemoResult Of(LedgerFigures figures, TimeSpan taken) =>
        new()
        {
            Contacts = figures.Contacts,
            Enquiries = figures.Enquiries,
            Requests = figures.Requests,
            Returns = figures.Returns,
            Receipts = figures.Receipts,
            Late = figures.Late,
            Missing = figures.Missing,
            Packs = figures.Packs,
            Refused = figures.Refused,
            Seconds = Math.Round(taken.TotalSeconds, 1),
            Answers = new DemoAnswers(
                figures.Held,
                figures.NothingKnown,
                figures.NeedMoreDetails,
                figures.Refused,
                figures.CannotLook,
                figures.CouldNotLook,
                figures.InParts
            ),
        };

    /// <summary>What the demo is there to show and did not; empty when all was seen.</summary>
    public IEnumerable<string> NotShown()
    {
        (string What, int Seen)[] shown =
        [
            ("held", Answers.Held),
            ("nothing known", Answers.NothingKnown),
            ("could not look", Answers.CouldNotLook),
            ("refused", Answers.Refused),
            ("a household answered in parts", Answers.InParts),
            ("late", Late),
            ("missing", Missing),
        ];
        return shown.Where(thing => thing.Seen == 0).Select(thing => thing.What);
    }
}

/// <param name="CouldNotLook">Said so at first, whatever was found when they looked again.</param>
internal sealed record DemoAnswers(
    int Held,
    int NothingKnown,
    int NeedMoreDetails,
    int Refused,
    int CannotLook,
    int CouldNotLook,
    int InParts
);
