using System.Buffers.Text;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Letters;

/// <summary>What a letter must hold beyond its shape, so that nobody acts on one that contradicts itself.</summary>
internal static partial class LetterRules
{
    private const int RevocationListLimit = 256 * 1024;

    public static void Check(Letter letter, FaultList faults)
    {
        CheckHead(letter.Head, faults);
        switch (letter.Body)
        {
            case Request request:
                CheckRequest(letter.Head, request, faults);
                break;
            case Amendment amendment:
                CheckAmendment(amendment, faults);
                break;
            case Return answer:
                ReturnRules.Check(answer, faults);
                break;
            case Chaser chaser:
                faults.AddUnless(chaser.Number >= 1, "body.number", "is below 1", "Count reminders from 1");
                break;
            case Withdrawal withdrawal:
                NeedText(withdrawal.Reason, "body.reason", faults);
                break;
            case PurgeInstruction instruction:
                NeedText(instruction.Reason, "body.reason", faults);
                break;
            case PurgeCertificate certificate:
                NeedCount(certificate.LettersErased, "body.lettersErased", faults);
                break;
            case HeartbeatAnswer answer:
                CheckHeartbeatAnswer(answer, faults);
                break;
            case Heartbeat heartbeat:
                NeedText(heartbeat.AdapterVersion, "body.adapterVersion", faults);
                NeedCount(heartbeat.OpenRequests, "body.openRequests", faults);
                break;
        }
    }

    public static void NeedText(string? text, string path, FaultList faults) =>
        faults.AddUnless(!string.IsNullOrWhiteSpace(text), path, "is blank", "Give text");

    public static void NeedTexts(IReadOnlyList<string> texts, string path, FaultList faults)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            NeedText(texts[i], $"{path}[{i}]", faults);
        }
    }

    public static void NeedSubjectCodes(IReadOnlyList<string> codes, Func<int, string> path, FaultList faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < codes.Count; i++)
        {
            faults.AddUnless(
                SubjectCode.Shape().IsMatch(codes[i]),
                path(i),
                "is not a subject code",
                "Give S1, S2 and so on"
            );
            faults.AddUnless(
                seen.Add(codes[i]),
                path(i),
                "is there twice",
                "Say everything about one person in one place"
            );
        }
    }

    private static void NeedCount(int count, string path, FaultList faults) =>
        faults.AddUnless(count >= 0, path, "is negative", "Give a count");

    private static void CheckHead(LetterHead head, FaultList faults)
    {
        const string CodeRemedy = "Give a code of lower-case letters, digits and hyphens";
        faults.AddUnless(head.Id != default, "head.id", "is not set", $"Give {Wanted.Of(typeof(MessageId))}");
        // Parties and hubs become parts of queue and routing names.
        faults.AddUnless(Code().IsMatch(head.Hub), "head.hub", "is not a code", CodeRemedy);
        faults.AddUnless(Code().IsMatch(head.Sender), "head.sender", "is not a code", CodeRemedy);
        faults.AddUnless(Code().IsMatch(head.Recipient), "head.recipient", "is not a code", CodeRemedy);
        faults.AddUnless(Code().IsMatch(head.Purpose), "head.purpose", "is not a code", CodeRemedy);
        faults.AddUnless(ProfileName().IsMatch(head.Profile), "head.profile", "is not a name", "Give the seal profile");
        faults.AddUnless(
            Salt().IsMatch(head.Salt),
            "head.salt",
            "is not at least 16 random bytes",
            "Give them in hexadecimal or base64"
        );
        faults.AddUnless(
            head.ExpiresAt > head.IssuedAt,
            "head.expiresAt",
            "is not after head.issuedAt",
            "Give the instant after which the message is refused"
        );
        CheckWhatItBelongsTo(head, faults);
        CheckWhatItAnswers(head, faults);
    }

    private static void CheckWhatItBelongsTo(LetterHead head, FaultList faults)
    {
        if (head.Type is LetterType.Heartbeat or LetterType.HeartbeatAnswer)
        {
            return;
        }

        faults.AddUnless(head.Enquiry is not null, "head.enquiry", "is missing", "Give the enquiry reference");
        var aboutWholeEnquiry = head.Type is LetterType.PurgeInstruction or LetterType.PurgeCertificate;
        faults.AddUnless(
            aboutWholeEnquiry || head.Request is { } request && request != default,
            "head.request",
            "is missing",
            "Give the id of the hub's request to this agency"
        );
    }

    private static void CheckWhatItAnswers(LetterHead head, FaultList faults)
    {
        var answers =
            head.Type
            is LetterType.Receipt
                or LetterType.Return
                or LetterType.ReturnReceipt
                or LetterType.HeartbeatAnswer
                or LetterType.PurgeCertificate;
        if (head.InReplyTo is { } answered)
        {
            faults.AddUnless(
                answered.Id != default,
                "head.inReplyTo.id",
                "is not set",
                "Give the id of what is answered"
            );
            faults.AddUnless(
                Digest().IsMatch(answered.Digest),
                "head.inReplyTo.digest",
                "is not a SHA-256 digest",
                "Give 64 lower-case hexadecimal digits"
            );
        }
        else if (answers)
        {
            faults.Add("head.inReplyTo", "is missing", "Give id and digest of the message that is answered");
        }
    }

    private static void CheckRequest(LetterHead head, Request request, FaultList faults)
    {
        faults.AddUnless(
            head.DueAt == request.ReturnDueAt,
            "head.dueAt",
            "is not body.returnDueAt",
            "Give the same instant in both"
        );
        faults.AddUnless(
            request.ReturnDueAt > request.ClockStartedAt,
            "body.returnDueAt",
            "is not after body.clockStartedAt",
            "Give the latest time for the return"
        );
        faults.AddUnless(request.Subjects.Count > 0, "body.subjects", "is empty", "Name at least the child");
        CheckSubjects(request.Subjects, faults);
        NeedText(request.ConcernSummary, "body.concernSummary", faults);
        NeedText(request.LegalBasis.Code, "body.legalBasis.code", faults);
        NeedText(request.LegalBasis.Necessity, "body.legalBasis.necessity", faults);
        NeedText(request.RaisedBy.Name, "body.raisedBy.name", faults);
        NeedTexts(request.Criteria, "body.criteria", faults);
        NeedTexts(request.Questions, "body.questions", faults);
        NeedTexts(request.MayReturn, "body.mayReturn", faults);
    }

    private static void CheckAmendment(Amendment amendment, FaultList faults)
    {
        NeedText(amendment.Reason, "body.reason", faults);
        CheckSubjects(amendment.Subjects, faults);
        if (amendment.Kind == AmendmentKind.Rerated)
        {
            faults.AddUnless(amendment.NewRating is not null, "body.newRating", "is missing", "Give the new rating");
            faults.AddUnless(
                amendment.ReturnDueAt is not null,
                "body.returnDueAt",
                "is missing",
                "Give the new deadline"
            );
            return;
        }

        const string Remedy = "Leave it out, or send a re-rating";
        faults.AddUnless(amendment.NewRating is null, "body.newRating", "belongs to re-ratings only", Remedy);
        faults.AddUnless(amendment.ReturnDueAt is null, "body.returnDueAt", "belongs to re-ratings only", Remedy);
        faults.AddUnless(
            amendment.Subjects.Count > 0 || !string.IsNullOrWhiteSpace(amendment.NewFacts),
            "body.newFacts",
            "is missing, and no subject is given",
            "Say what is new"
        );
    }

    private static void CheckHeartbeatAnswer(HeartbeatAnswer answer, FaultList faults)
    {
        if (answer.RevocationList is { } list)
        {
            faults.AddUnless(
                list.Length <= RevocationListLimit && Base64.IsValid(list),
                "body.revocationList",
                "is not base64, or over 256 KiB",
                "Give the DER of the newest list"
            );
        }
        if (answer.AuditHead is { } head)
        {
            CheckAuditHead(head, faults);
        }
    }

    private static void CheckAuditHead(AuditHead head, FaultList faults)
    {
        const string Path = "body.auditHead";
        faults.AddUnless(
            ChainId().IsMatch(head.Chain),
            $"{Path}.chain",
            "is no chain's id",
            "Give 32 lower-case hexadecimal digits"
        );
        faults.AddUnless(head.Sequence >= 1, $"{Path}.sequence", "is below 1", "Give the number of the row");
        faults.AddUnless(
            Digest().IsMatch(head.Hash),
            $"{Path}.hash",
            "is not a SHA-256 digest",
            "Give 64 lower-case hexadecimal digits"
        );
        faults.AddUnless(
            Base64Text().IsMatch(head.Statement) && head.Statement.Length % 4 == 0,
            $"{Path}.statement",
            "is not base64",
            "Give the SignedData"
        );
    }

    private static void CheckSubjects(IReadOnlyList<Subject> subjects, FaultList faults)
    {
        NeedSubjectCodes([.. subjects.Select(subject => subject.Code)], i => $"body.subjects[{i}].code", faults);
        for (var i = 0; i < subjects.Count; i++)
        {
            var canBeFound = subjects[i].Names.Count > 0 || subjects[i].Role == SubjectRole.UnbornChild;
            faults.AddUnless(canBeFound, $"body.subjects[{i}].names", "is empty", "Give the name in use");
        }
    }

    [GeneratedRegex(@"\A(?=.{1,60}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ProfileName();

    // 22 characters of base64 carry 16 bytes; hexadecimal needs 32 and is longer.
    [GeneratedRegex(@"\A[A-Za-z0-9+/_=-]{22,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Salt();

    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChainId();

    [GeneratedRegex(@"\A[A-Za-z0-9+/]{4,}={0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base64Text();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
