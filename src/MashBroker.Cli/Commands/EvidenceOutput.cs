using System.Globalization;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Evidence;
using MashBroker.Rules;

namespace MashBroker.Cli.Commands;

/// <summary>What evidence proves, for people and for scripts.</summary>
internal static class EvidenceOutput
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <returns>The exit code.</returns>
    public static int Verify(byte[] evidence, FileInfo rootFile, bool json, bool withActs)
    {
        using var root = Files.ReadRoot(rootFile);
        EvidenceReport report;
        try
        {
            report = EvidenceCheck.Run(evidence, root);
        }
        catch (EvidenceFaultException fault)
        {
            if (json)
            {
                Output.Json(
                    new
                    {
                        Holds = false,
                        fault.File,
                        Fault = fault.Message,
                    }
                );
            }

            throw new CommandException(ExitCode.NotGenuine, $"The evidence does not hold. {fault.Message}", fault);
        }

        if (json)
        {
            Output.Json(new { Holds = true, Report = report });
            return ExitCode.Done;
        }

        Print(report, withActs);
        return ExitCode.Done;
    }

    private static void Print(EvidenceReport report, bool withActs)
    {
        Output.Line($"{report.Enquiry} of the hub {report.Hub}: the evidence holds.");
        Output.Line(
            $"{report.Letters} letters, each with a signature of a party under the root; {report.Acts.Count} acts on record, under the hub's "
                + $"signature of row {report.HeadSequence} at {When(report.HeadSignedAt)}. Times are UTC, by the hub's clock unless said otherwise."
        );
        Output.Line(
            report.WithContent
                ? "What letters say is in it."
                : "What letters say is not in it: only that it was said, and when."
        );
        Output.Line(
            report.Rating is { } rated
                ? $"Rated {rated.Rating} by {rated.By} at {When(rated.At)} (row {rated.Row}): thereupon the agencies were asked."
                : "Who confirmed the rating is not in it: it was given out before that was."
        );
        if (report.Rating is not null)
        {
            Output.Line(
                report.Rating.Reason is { } why
                    ? $"  why, in the words of {report.Rating.By}, {report.Rating.Role}: {why}"
                    : "  why is not in it: given out without what is said, erased, or of before it was on record so"
            );
        }

        foreach (var agency in report.Agencies)
        {
            Output.Line("");
            Output.Line(
                $"{agency.Agency}: asked {When(agency.AskedAt)} ({agency.Rating}, {EvidenceWords.Purpose(agency.Purpose)}), due {When(agency.DueAt)}"
            );
            Output.Line(
                agency is { ReceivedThereAt: { } there, ReceiptAt: { } receipt }
                    ? $"  has it: signed for at {When(there)} by its own clock; the receipt came {When(receipt)}"
                    : "  no signed receipt of the request"
            );
            foreach (var change in agency.Changes)
            {
                Output.Line(
                    $"  {WordsOf(change.Type)} written {When(change.WrittenAt)} ({change.Rating}{(change.DueAt is { } due ? $", due {When(due)}" : "")}); "
                        + (change.Receipted ? "its receipt is here" : "no receipt of it")
                );
            }

            if (agency.Returns.Count == 0)
            {
                Output.Line("  no return");
            }

            foreach (var answer in agency.Returns)
            {
                Output.Line(
                    $"  answered: {WordsOf(answer.Answer)}, part {answer.Part}{(answer.Final ? ", final" : "")}: {When(answer.ReceivedAt)}, "
                        + $"{(answer.Late ? "LATE" : "in time")}{(answer.Receipted ? "; the hub has signed for it" : "; no receipt of it yet")}"
                );
            }
        }

        Output.Line("");
        PrintDecisions(report);
        if (withActs)
        {
            PrintActs(report);
        }
    }

    private static void PrintDecisions(EvidenceReport report)
    {
        if (report.Decisions.Count == 0)
        {
            Output.Line("No decision is in it: nobody had decided, or its pack was not frozen yet.");
        }

        foreach (var (decision, withPack) in report.Decisions)
        {
            Output.Line(
                $"decision {decision.Number}: {EvidenceWords.Outcome(decision)}, {When(decision.DecidedAt)} by {decision.By}, {decision.Role}, "
                    + $"{(decision.MinutesOver is { } over ? $"{Counted.Minutes(over)} OVER" : "in time")}"
                    + $"{(decision.Supersedes is { } former ? $", in the place of decision {former}" : "")}"
            );
            Output.Line(
                $"  on pack version {decision.PackVersion}, SHA-256 {decision.PackDigest}, signed by the hub{(withPack ? "; it is here" : "")}"
            );
            foreach (var absentee in decision.Absentees)
            {
                Output.Line($"  without: {absentee.InWords}");
            }
        }

        foreach (var addendum in report.Addenda)
        {
            Output.Line(
                $"addendum {addendum.Statement.Number}: {string.Join(", ", addendum.Statement.Agencies)} answered after decision {addendum.Statement.Decision}, {When(addendum.Statement.AddedAt)}; "
                    + (
                        addendum.Effect is null
                            ? "not judged"
                            : $"{EvidenceWords.Of(addendum.Effect)}, says {addendum.JudgedBy}"
                    )
            );
        }

        if (report.Erasure is { } erasure)
        {
            Output.Line(
                $"erased {When(erasure.ErasedAt)} ({EvidenceWords.Purpose(erasure.Grounds)}); the hub's certificate holds."
            );
        }
    }

    private static void PrintActs(EvidenceReport report)
    {
        Output.Line("");
        foreach (var act in report.Acts)
        {
            Output.Line(
                $"{act.Sequence, 8}  {When(act.At)}  {EvidenceWords.Of(act.Act)}  by {act.Actor}{(act.Subject is null ? "" : $"  {act.Subject}")}"
                    + $"{(EvidenceWords.Detail(act, report.Decisions) is { } detail ? $"  {detail}" : "")}{(act.Purpose is null ? "" : $"  ({EvidenceWords.Purpose(act.Purpose)})")}"
            );
        }
    }

    private static string When(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", British);

    private static string WordsOf(LetterType type) =>
        type switch
        {
            LetterType.Amendment => "amendment",
            LetterType.Chaser => "reminder",
            LetterType.Withdrawal => "withdrawal",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a letter that changes a request."),
        };

    private static string WordsOf(AnswerKind answer) =>
        answer switch
        {
            AnswerKind.Held => "holds records",
            AnswerKind.NothingKnown => "nothing known",
            AnswerKind.NeedMoreDetails => "needs more details",
            AnswerKind.Refused => "refused",
            AnswerKind.CannotLook => "could not look",
            _ => "no answer is stated",
        };
}
