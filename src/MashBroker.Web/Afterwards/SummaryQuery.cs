using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;

namespace MashBroker.Web.Afterwards;

/// <summary>The summary as it would be given now: of the pack, or of the case file where no agency was asked.</summary>
internal static class SummaryQuery
{
    /// <returns>Null while nobody has decided, or the decision's pack is not frozen.</returns>
    public static async Task<SummaryFound?> ReadAsync(LedgerSession session, HubProfile profile, ContactRow row)
    {
        if (await OutcomeOfCase.FindAsync(session, profile, row) is not { } ended)
        {
            return null;
        }

        // A contact that was joined to another's enquiry is handed over with that one.
        var contact = ended.Enquiry is { } enquiry
            ? (await ContactStore.FindAsync(session, enquiry.ContactReference))!
            : row;
        var file = await CaseFile.ReadAsync(session, contact.Reference);
        if (await MakeAsync(session, profile, contact, ended, file) is not { } made)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(profile.Zone);
        var summary = made with
        {
            StrategyDiscussions =
            [
                .. file.Select(entry => entry.Statement).OfType<StrategyRecord>().Select(held => Held(held, zone)),
            ],
        };
        var view = new SummaryView(
            summary,
            SummaryText.Of(summary, zone),
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(summary, MashJson.Options))),
            [
                .. file.Where(entry => entry.Statement is SummaryGiven)
                    .Select(entry => new SummaryOnRecord(
                        entry.At,
                        entry.At < ended.DecidedAt,
                        (SummaryGiven)entry.Statement
                    )),
            ]
        );
        return new SummaryFound(contact, ended.Outcome, view);
    }

    private static string Held(StrategyRecord held, TimeZoneInfo zone) =>
        $"{SummaryText.When(held.HeldAt, zone)}, led by {held.Lead}, {held.LeadRole}{(held.Quorate is false ? ", not quorate" : "")}: {string.Join("; ", held.Decisions)}";

    private static async Task<CaseSummary?> MakeAsync(
        LedgerSession session,
        HubProfile profile,
        ContactRow contact,
        OutcomeOfCase ended,
        IReadOnlyList<CaseEntry> file
    )
    {
        if (ended.Enquiry is null)
        {
            return SummaryOfContact.Make(profile, ended, contact, file);
        }

        return
            ended.Decision is { PackVersion: not null }
            // The newest: whoever receives the case is given late returns too.
            && await PackStore.FindAsync(session, ended.Enquiry.Reference) is { } pack
            ? SummaryOfPack.Make(pack.Json, pack.Version, profile, ended, ContactContent.Read(contact.Content)) with
            {
                Contact = contact.Reference,
            }
            : null;
    }
}

/// <param name="Contact">In whose case file it stands.</param>
internal sealed record SummaryFound(ContactRow Contact, OutcomeRule Outcome, SummaryView View);
