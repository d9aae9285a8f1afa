using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;
using MashBroker.Rules;
using MashBroker.Web.Contacts;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web.Decisions;

/// <summary>
/// How a named person's act on a case is taken: its form, the hub's rules, what has happened meanwhile and the leak check are all
/// looked at in one transaction, every fault of theirs is said in one answer, and nothing is written unless there is none.
/// </summary>
internal static class ActDoor
{
    private const string NothingWritten = "Nothing was put on record.";

    /// <inheritdoc cref="TakeAsync(CaseEntryKind, HttpRequest, LedgerFront, TimeProvider, Func{LedgerTransaction, CaseStatement, Task{Act}}, Func{IResult}, CancellationToken, string)"/>
    public static Task<IResult?> TakeAsync<T>(
        HttpRequest request,
        LedgerFront ledger,
        TimeProvider clock,
        Func<LedgerTransaction, T, Task<Act?>> look,
        Func<IResult> notFound,
        CancellationToken cancellation,
        string title = NothingWritten
    )
        where T : CaseStatement =>
        TakeAsync(
            CaseEntryKinds.Of<T>(),
            request,
            ledger,
            clock,
            (change, statement) => look(change, (T)statement),
            notFound,
            cancellation,
            title
        );

    /// <param name="look">
    /// Gets the statement as far as it could be read, blanks where it could not; null where there is no such case.
    /// </param>
    /// <returns>Null: it is on record.</returns>
    public static async Task<IResult?> TakeAsync(
        CaseEntryKind kind,
        HttpRequest request,
        LedgerFront ledger,
        TimeProvider clock,
        Func<LedgerTransaction, CaseStatement, Task<Act?>> look,
        Func<IResult> notFound,
        CancellationToken cancellation,
        string title = NothingWritten
    )
    {
        var body = await Body.ReadAsync(request, CaseEntryDoor.SizeLimit, cancellation);
        var reading = CaseEntryDoor.Read(kind, body ?? new byte[CaseEntryDoor.SizeLimit + 1], clock.GetUtcNow());
        if ((reading.Statement ?? reading.Incomplete) is not { } statement)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, title, reading.Faults);
        }

        return await ledger.WriteAsync(
            async change =>
            {
                if (await look(change, statement) is not { } act)
                {
                    return notFound();
                }

                // Whatever kind of statement it is: one look, as it was given, at all that goes on record or leaves with it.
                var leak = await LeakGate.CheckAsync(change, act.Contact, statement, act.Leaving, act.Also);
                if (Answer(act, leak, reading.Faults, title) is { } answer)
                {
                    return answer;
                }

                await act.Record();
                return null;
            },
            cancellation
        );
    }

    /// <summary>The faults of a form, then those of the case that do not merely follow from them.</summary>
    public static IReadOnlyList<FieldFault> Together(
        IReadOnlyList<FieldFault> ofForm,
        IEnumerable<FieldFault> ofCase
    ) => [.. ofForm, .. ofCase.Where(fault => !ofForm.Any(first => IsAbout(first.Path, fault.Path)))];

    // What is said of "outcome" or of a part of it says enough of it.
    private static bool IsAbout(string one, string other) =>
        one == other || IsPartOf(one, other) || IsPartOf(other, one);

    private static bool IsPartOf(string part, string whole) =>
        part.StartsWith($"{whole}[", StringComparison.Ordinal)
        || part.StartsWith($"{whole}.", StringComparison.Ordinal);

    private static IResult? Answer(Act act, LeakReport? found, IReadOnlyList<FieldFault> ofForm, string title)
    {
        var faults = Together(ofForm, act.Faults);
        var all = Together(faults, act.Conflicts);
        if (found is { } leak)
        {
            var onRecord = act.Leaving.Select(text => text.Path).ToHashSet();
            return all.Count == 0
                ? LeakFaults.Answer(leak, onRecord)
                : Results.Json(
                    new Faults(title, [.. all, .. LeakFaults.Of(leak, onRecord)], leak.Digest),
                    MashJson.Options,
                    "application/problem+json",
                    StatusOf(faults)
                );
        }

        return all.Count == 0 ? null : Faults.Answer(StatusOf(faults), title, all);
    }

    // Where nothing is wrong with the act itself, only the case stands in its way.
    private static int StatusOf(IReadOnlyList<FieldFault> faults) =>
        faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
}

/// <summary>An act that was looked at and not written yet.</summary>
/// <param name="Contact">In whose case file it stands.</param>
/// <param name="Record">Writes it; called only where nothing stands in its way.</param>
internal sealed record Act(ContactRow Contact, Func<Task> Record)
{
    /// <summary>The hub's rules forbid it.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>It was well formed, and what has happened on the case forbids it.</summary>
    public IReadOnlyList<FieldFault> Conflicts { get; init; } = [];

    /// <summary>Texts that stand on record already and would leave by it; the leak check looks at them with the statement.</summary>
    public IReadOnlyList<OutgoingText> Leaving { get; init; } = [];

    /// <summary>What must not be in the texts besides; null: nothing.</summary>
    public Func<OutgoingText, IEnumerable<LeakFinding>>? Also { get; init; }
}
