using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>From a submission to a published enquiry: each step once, or not at all.</summary>
internal sealed class ContactToEnquiryTests
{
    private LedgerByHand _ledger = null!;

    [SetUp]
    public async Task Open() => _ledger = await LedgerByHand.OpenAsync();

    [TearDown]
    public void Close() => _ledger.Dispose();

    [Test]
    public async Task The_same_submission_twice_is_one_contact()
    {
        var first = await _ledger.AddContactAsync("k1");
        var second = await _ledger.AddContactAsync("k1");
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new ContactWritten("TEST-C-2026-000001", AlreadyThere: false)));
            Assert.That(second, Is.EqualTo(new ContactWritten("TEST-C-2026-000001", AlreadyThere: true)));
        });
    }

    [Test]
    public async Task A_rating_is_confirmed_once()
    {
        var contact = (await _ledger.AddContactAsync("k1")).Reference;
        await _ledger.WriteAsync(change => ContactStore.KeepTriageAsync(change, contact, "{}", true, Rating.Red));
        Assert.Multiple(async () =>
        {
            Assert.That(await _ledger.ConfirmAsync(contact), Is.True);
            Assert.That(await _ledger.ConfirmAsync(contact), Is.False);
        });
    }

    [Test]
    public async Task Publishing_writes_the_enquiry_its_requests_and_their_letters_once()
    {
        var reference = await _ledger.PublishAsync();
        var again = await _ledger.WriteAsync(change =>
            EnquiryStore.PublishAsync(change, "test", "TEST-C-2026-000001", _ => throw new InvalidOperationException())
        );
        var requests = await _ledger.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, reference));
        var outbox = await _ledger.ReadAsync(view => OutboxStore.DueAsync(view, _ledger.Clock.GetUtcNow(), 10));
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.Null);
            Assert.That(
                requests.Select(request => (request.Agency, request.State)),
                Is.EqualTo(
                    new[]
                    {
                        ("police", RequestState.Queued),
                        ("health", RequestState.Queued),
                        ("housing", RequestState.NotAsked),
                    }
                )
            );
            Assert.That(outbox.Select(row => row.Agency), Is.EqualTo(new[] { "police", "health" }));
        });
    }

    [Test]
    public async Task A_failure_while_publishing_leaves_the_contact_waiting()
    {
        var contact = (await _ledger.AddContactAsync("k1")).Reference;
        await _ledger.WriteAsync(change => ContactStore.KeepTriageAsync(change, contact, "{}", true, Rating.Red));
        await _ledger.ConfirmAsync(contact);
        Assert.That(
            async () =>
                await _ledger.WriteAsync(change =>
                    EnquiryStore.PublishAsync(
                        change,
                        "test",
                        contact,
                        _ => throw new InvalidOperationException("no plan")
                    )
                ),
            Throws.InvalidOperationException
        );
        var row = await _ledger.ReadAsync(view => ContactStore.FindAsync(view, contact));
        Assert.That(row!.State, Is.EqualTo(ContactState.RatingConfirmed));
    }

    [Test]
    public async Task Every_act_stands_in_the_audit_in_order()
    {
        var reference = await _ledger.PublishAsync();
        var acts = await _ledger.ReadAsync(view => AuditStore.OfEnquiryAsync(view, reference));
        Assert.That(acts.Select(entry => entry.Act), Is.EqualTo(new[] { AuditAct.EnquiryPublished }));
    }
}
