using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Figures;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Returns;
using MashBroker.Rules;
using MashBroker.Testing.Processes;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Processes;

/// <summary>Holds what must be true of every enquiry whatever was killed on its way: all of it there, nothing of it twice.</summary>
internal static class Reckoning
{
    public static async Task HoldsAsync(SeparateHub hub, IEnumerable<EnquiryReference> enquiries)
    {
        Assert.That(hub.Record.VerifyAudit().Fault, Is.Null, "the record of acts is whole");
        foreach (var enquiry in enquiries)
        {
            var (row, requests, returns, audit, pack) = await hub.Record.ReadAsync(async view =>
                (
                    (await EnquiryStore.FindAsync(view, enquiry))!,
                    await EnquiryStore.RequestsOfAsync(view, enquiry),
                    await ReturnStore.OfEnquiryAsync(view, enquiry),
                    await AuditStore.OfEnquiryAsync(view, enquiry),
                    JsonSerializer.Deserialize<Pack>(
                        (await PackStore.FindAsync(view, enquiry))!.Json,
                        MashJson.Options
                    )!
                )
            );
            Assert.Multiple(() =>
            {
                Assert.That(
                    requests.Select(request => request.Agency),
                    Is.EquivalentTo(hub.Profile.Agencies.Select(agency => agency.Code)),
                    "every agency of the profile has one state"
                );
                Assert.That(requests.Select(request => request.State), Is.All.EqualTo(RequestState.Answered));
                Assert.That(row.AllInAt, Is.Not.Null);
                Assert.That(row.PackVersion, Is.EqualTo(Times(audit, AuditAct.PackAssembled)), "packs");
                Assert.That(Times(audit, AuditAct.EnquiryPublished), Is.EqualTo(1), "published");
                Assert.That(Times(audit, AuditAct.ReturnRecorded), Is.EqualTo(returns.Count), "returns on record");
                foreach (var request in requests)
                {
                    HoldOne(request, [.. returns.Where(each => each.Agency == request.Agency)], audit);
                }

                Assert.That(
                    pack.Agencies.ToDictionary(agency => agency.Agency, agency => agency.Returns.Count),
                    Is.EquivalentTo(requests.ToDictionary(request => request.Agency, request => request.Parts)),
                    "every return stands in the pack, once"
                );
            });
        }
    }

    /// <summary>The whole ledger in figures, after a time in which every agency answered.</summary>
    public static async Task FiguresHoldAsync(SeparateHub hub)
    {
        var figures = await hub.Caller.GetAsync<LedgerFigures>("api/figures");
        Assert.Multiple(() =>
        {
            Assert.That(figures.Packs, Is.EqualTo(figures.Enquiries), "packs");
            Assert.That(figures.Requests, Is.EqualTo(figures.Enquiries * hub.Profile.Agencies.Count), "requests");
            Assert.That(figures.Receipts, Is.EqualTo(figures.Requests), "receipts");
            Assert.That(
                figures.Held + figures.NothingKnown + figures.NeedMoreDetails + figures.Refused + figures.CannotLook,
                Is.EqualTo(figures.Requests),
                "answers"
            );
        });
    }

    private static void HoldOne(RequestRow request, IReadOnlyList<ReturnRow> returns, IReadOnlyList<AuditEntry> audit)
    {
        var agency = request.Agency;
        Assert.That(
            returns.Select(part => part.Part).Order(),
            Is.EqualTo(Enumerable.Range(1, request.Parts)),
            $"{agency}: each part once"
        );
        Assert.That(returns.Select(part => part.Revision), Is.All.EqualTo(1), $"{agency}: nothing was answered again");
        Assert.That(returns.Count(part => part.Final), Is.EqualTo(1), $"{agency}: one final part");
        Assert.That(request.ReceiptedAt, Is.Not.Null, $"{agency}: receipt");
        var sealing = audit.Where(entry => entry.Act is AuditAct.RequestSealed && entry.Subject == agency).ToList();
        Assert.That(
            sealing.Select(entry => entry.Detail),
            Is.EqualTo(new[] { $"digest {request.Digest}" }),
            $"{agency}: sealed once, and the digest is still that one"
        );
        Assert.That(
            audit.Count(entry => entry.Act is AuditAct.RequestReceipted && entry.Subject == agency),
            Is.EqualTo(1),
            $"{agency}: receipted once"
        );
        Assert.That(
            audit.Count(entry => entry.Act is AuditAct.RequestSent && entry.Subject == agency),
            Is.EqualTo(request.TimesSent),
            $"{agency}: every sending is on record"
        );
    }

    private static int Times(IReadOnlyList<AuditEntry> audit, AuditAct act) => audit.Count(entry => entry.Act == act);
}
