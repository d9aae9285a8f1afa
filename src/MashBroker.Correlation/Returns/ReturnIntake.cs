using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Agencies;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Quarantine;
using MashBroker.Ledger.Retention;
using MashBroker.Ledger.Returns;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Vault;

namespace MashBroker.Correlation.Returns;

/// <summary>
/// Records one delivery in one transaction: its evidence, its effect and the hub's answer to it, or its refusal. The same
/// letter again has no further effect; its answer is repeated.
/// </summary>
internal sealed class ReturnIntake(
    HubProfile profile,
    HubLetters letters,
    TrustRegister register,
    CorrelationOptions options
)
{
    public Task<Intake> RecordAsync(LedgerTransaction ledger, SealedDelivery delivery, Opening opening) =>
        opening is { Fault: SealFault.None, Letter: { } letter, Signer: { } signer }
            ? RecordAsync(ledger, delivery, new OpenedLetter(letter, signer.Name, opening))
            : RefuseAsync(ledger, delivery, opening, opening.Fault.ToString(), opening.Detail);

    private async Task<Intake> RecordAsync(LedgerTransaction ledger, SealedDelivery delivery, OpenedLetter opened)
    {
        var requests = opened.Head.Enquiry is { } enquiry
            ? await EnquiryStore.EveryRequestOfAsync(ledger, enquiry)
            : [];
        var answered = opened.Head.InReplyTo is { } inReplyTo
            ? await OutboxStore.FindWrittenAsync(ledger, inReplyTo.Id)
            : null;
        var asked = opened is { Body: Return, Head.Enquiry: { } about }
            ? await EnquiryStore.FindAsync(ledger, about)
            : null;
        var content = asked is null ? null : ContentOf(asked);
        var refusal = ReturnPolicy.Judge(
            new Arrived
            {
                Head = opened.Head,
                Signer = opened.Signer,
                BrokerUser = delivery.BrokerUser,
                ExpectedBrokerUser = options.RequireBrokerUser
                    ? BrokerPermissions.UserOfAgency(opened.Head.Hub, opened.Signer)
                    : null,
                Requests = requests,
                Answered = answered,
                Return = opened.Body as Return,
                Erased = asked is not null && content is null,
                AskedAbout = content?.AskedAbout.GetValueOrDefault(opened.Signer) ?? [],
            }
        );
        if (refusal is not ReturnRefusal.None)
        {
            return await RefuseAsync(
                ledger,
                delivery,
                opened.Opening,
                refusal.ToString(),
                "What it says is not what was asked."
            );
        }

        switch (
            await InboxStore.NoteAsync(ledger, opened.Head, opened.Opening.Digest!, opened.Signer, delivery.Lane.Name)
        )
        {
            case Arrival.Replayed:
                return await RefuseAsync(
                    ledger,
                    delivery,
                    opened.Opening,
                    SealFault.Replayed.ToString(),
                    "The id was seen before with another digest, signer or lane."
                );
            case Arrival.Duplicate:
                await OutboxSettlement.RepeatAnswerAsync(ledger, opened.Head.Id);
                return Intake.Of(IntakeKind.Duplicate, opened);
            default:
                return await TakeEffectAsync(ledger, opened, requests, answered, content);
        }
    }

    // What may be read was agreed when it was asked, and must be agreed still on the day on which it comes.
    private ReturnTerms TermsOf(LedgerTransaction ledger, OpenedLetter opened, EnquiryContent asked) =>
        ReturnTerms.Of(
            profile,
            opened.Signer,
            opened.Head.Purpose,
            asked.Agreements.GetValueOrDefault(opened.Signer),
            asked.MayReturn.GetValueOrDefault(opened.Signer, []),
            ledger.Now
        );

    private static EnquiryContent? ContentOf(EnquiryRow asked)
    {
        try
        {
            return EnquiryContent.Read(asked.Content);
        }
        catch (ContentErasedException)
        {
            return null;
        }
    }

    private async Task<Intake> TakeEffectAsync(
        LedgerTransaction ledger,
        OpenedLetter opened,
        IReadOnlyList<RequestRow> requests,
        WrittenLetter? answered,
        EnquiryContent? asked
    )
    {
        switch (opened.Body)
        {
            case Return body:
                var request = requests.Single(each => each.Id == opened.Head.Request);
                var (read, excess) = ReturnCut.Make(body, TermsOf(ledger, opened, asked!));
                if (excess is not null)
                {
                    await ExcessFile.AddAsync(ledger, opened.Head, opened.Signer, excess);
                }

                return await RecordReturnAsync(ledger, opened, read, request, answered!);
            case Heartbeat heartbeat:
                await AgencyStore.NoteHeartbeatAsync(ledger, opened.Signer, heartbeat, opened.Opening.ClockSkew);
                await OutboxStore.AddAsync(
                    ledger,
                    letters.Answering(
                        opened.Head,
                        opened.Opening.Digest!,
                        new HeartbeatAnswer
                        {
                            HeardAt = ledger.Now,
                            AuditHead = await AuditHeadStore.NewestAsync(ledger),
                            RevocationList = Convert.ToBase64String(register.RevocationList.Span),
                        },
                        ledger.Now
                    )
                );
                return Intake.Of(IntakeKind.Heartbeat, opened);
            default:
                await RecordReceiptAsync(ledger, opened, answered!);
                return Intake.Of(IntakeKind.Receipt, opened);
        }
    }

    private async Task<Intake> RecordReturnAsync(
        LedgerTransaction ledger,
        OpenedLetter opened,
        Return body,
        RequestRow request,
        WrittenLetter answered
    )
    {
        // The hub's receipt time rules; at the very instant of the deadline a return is in time.
        var late = ledger.Now > request.DueAt;
        await ReturnStore.AddAsync(
            ledger,
            request,
            opened.Head,
            body,
            JsonSerializer.SerializeToUtf8Bytes(body, MashJson.Options),
            opened.Opening.Evidence!,
            opened.Opening.Digest!,
            late,
            opened.Opening.ClockSkew,
            await KeepProofAsync(ledger, opened)
        );
        CrashPoint.At(CrashPoint.CorrelationAfterStore);
        if (answered.Type is LetterType.Amendment)
        {
            // As a return proves that the request arrived.
            await OutboxSettlement.SettleLetterAsync(ledger, answered.LetterId);
        }

        var progress = await ReturnProgress.NoteAsync(ledger, request);
        var allIn = await EnquiryStore.NoteAnswerAsync(
            ledger,
            request,
            progress.Answer,
            progress.Parts,
            progress.Complete
        );
        var receipt = new ReturnReceipt { ReceivedAt = ledger.Now, Late = late };
        await OutboxStore.AddAsync(ledger, letters.Answering(opened.Head, opened.Opening.Digest!, receipt, ledger.Now));
        return Intake.Of(allIn ? IntakeKind.LastReturn : IntakeKind.Return, opened) with { Late = late };
    }

    private static async Task RecordReceiptAsync(LedgerTransaction ledger, OpenedLetter opened, WrittenLetter answered)
    {
        await ReturnStore.AddReceiptAsync(
            ledger,
            opened.Head,
            opened.Signer,
            opened.Head.InReplyTo!,
            opened.Opening.Evidence!
        );
        var ofRequest = opened.Head.Type is LetterType.Receipt && answered.Type is LetterType.Request;
        if (ofRequest)
        {
            await EnquiryStore.MarkReceiptedAsync(ledger, answered.RequestId!.Value);
        }
        else
        {
            await OutboxSettlement.SettleLetterAsync(ledger, answered.LetterId);
        }

        if (opened.Body is PurgeCertificate certificate)
        {
            await ErasureStore.CertifyAsync(ledger, answered.LetterId, certificate);
        }

        await AuditStore.AppendAsync(
            ledger,
            opened.Signer,
            ofRequest ? AuditAct.RequestReceipted : AuditAct.LetterReceipted,
            opened.Head.Enquiry,
            opened.Signer,
            ofRequest ? $"request {answered.RequestId}" : opened.Head.Type.ToString(),
            proof: await KeepProofAsync(ledger, opened)
        );
    }

    private static async Task<string?> KeepProofAsync(LedgerTransaction ledger, OpenedLetter opened) =>
        KeptLetter.Of(opened.Letter, opened.Opening.Evidence!, opened.Opening.SignerCertificate!, ledger.Now)
            is { } kept
            ? await ProofStore.AddAsync(ledger, kept)
            : null;

    private static async Task<Intake> RefuseAsync(
        LedgerTransaction ledger,
        SealedDelivery delivery,
        Opening opening,
        string fault,
        string? detail
    )
    {
        // An enquiry is named only where the letter truly is the signer's; what a stranger writes is not believed.
        var enquiry = opening.Letter?.Head.Enquiry;
        await QuarantineStore.AddAsync(
            ledger,
            delivery.Body,
            delivery.Lane.Name,
            opening.Signer?.Name,
            delivery.BrokerUser,
            fault,
            detail,
            enquiry
        );
        return new Intake(IntakeKind.Refused, enquiry, opening.Signer?.Name, fault);
    }
}
