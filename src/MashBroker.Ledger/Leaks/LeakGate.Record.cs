using Dapper;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Ledger.Leaks;

/// <summary>The gate before the case file, which stands in packs and summaries and is read by whoever may read the case.</summary>
public static partial class LeakGate
{
    private const string TextKind = "leak-override-text";

    /// <summary>Of whoever states something.</summary>
    private const string By = "by";

    /// <summary>Looks at a statement as it was given, before anything is taken out of it, with what else the act would let leave.</summary>
    /// <param name="leaving">Other texts that would leave with it; what somebody let pass onto the record before passes.</param>
    /// <param name="also">What must not be in these texts besides; absent: nothing.</param>
    /// <returns>Null when it may go on record; otherwise nothing of the act is written, and whoever acts is shown this.</returns>
    /// <exception cref="MashBroker.Vault.ContentErasedException">The contact was erased.</exception>
    public static async Task<LeakReport?> CheckAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        CaseStatement said,
        IEnumerable<OutgoingText>? leaving = null,
        Func<OutgoingText, IEnumerable<LeakFinding>>? also = null
    ) =>
        await CheckSaidAsync(
            ledger,
            contact,
            [
                .. StatementTexts.Of(said),
                new OutgoingText(By, said.By, IsField: true),
                .. (await NotLetPassAsync(ledger, contact, leaving ?? [])).Where(text => text.Text.Length > 0),
            ],
            [CaseEntryKinds.Of(said)],
            also
        );

    /// <summary>Looks at what is said in an act that is no statement itself and puts statements on record.</summary>
    /// <param name="texts">As given.</param>
    /// <param name="kinds">Of the statements that the act makes of them.</param>
    /// <inheritdoc cref="CheckAsync(LedgerTransaction, ContactRow, CaseStatement, IEnumerable{OutgoingText}, Func{OutgoingText, IEnumerable{LeakFinding}})"/>
    public static async Task<LeakReport?> CheckSaidAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        IEnumerable<OutgoingText> texts,
        IReadOnlyList<CaseEntryKind> kinds,
        Func<OutgoingText, IEnumerable<LeakFinding>>? also = null
    )
    {
        var check = await CheckOfAsync(ledger, contact);
        OutgoingText[] all = [.. texts.Distinct().Where(text => text.Path != By || TellsMoreThanASurname(check, text))];
        var report = check.Look(all);
        if (also is not null)
        {
            report = report.With(all.SelectMany(also), all);
        }

        if (report.Blocks)
        {
            if (!await IsOverriddenAsync(ledger, contact.Reference, report.Digest))
            {
                return report;
            }

            var paths = report.Findings.Select(finding => finding.Path).ToHashSet();
            ledger.LookedAt.Overridden(
                contact.Reference,
                new OverriddenTexts(
                    report,
                    [.. all.Where(text => paths.Contains(text.Path)).Select(text => text.Text).Distinct()]
                )
            );
        }

        ledger.LookedAt.Add(contact.Reference, kinds, all);
        return null;
    }

    // Whoever acts may share a surname or a first name with whoever referred; both, or a number, is something that somebody typed.
    private static bool TellsMoreThanASurname(LeakCheck check, OutgoingText by)
    {
        var found = check.Look([by]).Findings;
        var named = found
            .Where(finding => finding.Kind is LeakKind.ReferrerName)
            .SelectMany(finding => by.Text.Substring(finding.Start, finding.Length).Split(' '))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return found.Any(finding => finding.Kind is not LeakKind.ReferrerName) || named.Count() > 1;
    }

    /// <summary>The texts that would tell something and that nobody let pass when they went on record.</summary>
    public static async Task<IReadOnlySet<OutgoingText>> HeldBackAsync(
        LedgerSession ledger,
        ContactRow contact,
        IEnumerable<OutgoingText> texts
    )
    {
        var check = await CheckOfAsync(ledger, contact);
        return (await NotLetPassAsync(ledger, contact, texts.Where(text => check.Look([text]).Blocks))).ToHashSet();
    }

    /// <summary>The last line before the case file: a statement that no act has looked at is looked at here.</summary>
    /// <exception cref="LeakFoundException">It would tell something.</exception>
    internal static async Task LookBeforeRecordAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        CaseStatement statement
    )
    {
        var kind = CaseEntryKinds.Of(statement);
        if (!ledger.LookedAt.Has(contact.Reference, kind))
        {
            OutgoingText[] unseen =
            [
                .. StatementTexts.Of(statement).Where(text => !ledger.LookedAt.Has(contact.Reference, text)),
            ];
            if (unseen.Length > 0 && await CheckSaidAsync(ledger, contact, unseen, [kind]) is { } report)
            {
                throw new LeakFoundException(report);
            }
        }

        await KeepPassedAsync(ledger, contact, statement.By);
    }

    /// <summary>
    /// What goes on record by an override may stand in the pack and in the summary too: each text is kept as let pass by it, and the
    /// audit says how many findings of which kind. Nothing where no override was needed. <see cref="Cases.CaseFile"/> does it by itself.
    /// </summary>
    public static async Task KeepPassedAsync(LedgerTransaction ledger, ContactRow contact, string by)
    {
        if (ledger.LookedAt.TakeOverridden(contact.Reference) is not { } passed)
        {
            return;
        }

        var given = (await FindAsync(ledger, contact.Reference, ledger.Vault.Hash(Kind, passed.Report.Digest)))!;
        foreach (var text in passed.Texts)
        {
            await KeepAsync(ledger, contact, ledger.Vault.Hash(TextKind, text), given);
        }

        await AuditStore.AppendAsync(
            ledger,
            by,
            AuditAct.LeakOverridden,
            contact.EnquiryReference,
            contact.Reference,
            $"on record: {LeakNote.Kinds(passed.Report)}"
        );
    }

    /// <summary>Words of the hub around a text pass where somebody let that text pass.</summary>
    public static async Task KeepPassedAroundAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        string text,
        string around
    )
    {
        if (await FindAsync(ledger, contact.Reference, ledger.Vault.Hash(TextKind, text)) is { } given)
        {
            await KeepAsync(ledger, contact, ledger.Vault.Hash(TextKind, around), given);
        }
    }

    private static async Task<LeakOverride?> FindAsync(LedgerSession ledger, string contact, byte[] hash) =>
        await ledger.Connection.QuerySingleOrDefaultAsync<OverrideRow>(
            "select digest, at, by, role, reason from leak_overrides where contact_reference = @contact and digest = @hash",
            new { contact, hash },
            ledger.Transaction
        )
            is { } row
            ? Read(ledger, contact, row)
            : null;

    private static async Task<IReadOnlyList<OutgoingText>> NotLetPassAsync(
        LedgerSession ledger,
        ContactRow contact,
        IEnumerable<OutgoingText> texts
    )
    {
        var rest = new List<OutgoingText>();
        foreach (var text in texts)
        {
            if (!await IsKeptAsync(ledger, contact.Reference, ledger.Vault.Hash(TextKind, text.Text)))
            {
                rest.Add(text);
            }
        }

        return rest;
    }
}
