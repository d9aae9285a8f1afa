using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Testing.Contracts;

/// <summary>
/// One letter of every type, about one invented family. They are the examples of <c>contracts/examples</c> too, so what a
/// test states here an agency can read there.
/// </summary>
public static class SomeLetter
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly MessageId RequestId = Id("7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e5f");

    // The first list of an invented root: nobody is revoked.
    private const string EmptyList =
        "MIHgMIGHAgEBMAoGCCqGSM49BAMCMCcxDzANBgNVBAoTBnNhbXBsZTEUMBIGA1UEAxMLc2FtcGxlIHJvb3QXDTI2"
        + "MTEyMjA4MDUwNloXDTI2MTEyOTA5MDUwNlqgLzAtMB8GA1UdIwQYMBaAFD4aRWFI48VG8dOWFnN8Al29RaFrMAoG"
        + "A1UdFAQDAgEBMAoGCCqGSM49BAMCA0gAMEUCIBhMqVjFsIL9bj4VdM8PAEyuJNhpWO9mz8dX9FNimGfZAiEAqYU+"
        + "ih1II7100buBSTRQyrnFg7pSkR3WP77jpz3nBiU=";

    public static IReadOnlyList<Letter> OfEveryType =>
        [
            Request,
            Rerating,
            Chaser,
            Withdrawal,
            Receipt,
            Return,
            ReturnReceipt,
            Heartbeat,
            HeartbeatAnswer,
            PurgeInstruction,
            PurgeCertificate,
        ];

    public static Letter Request =>
        FromHub(
            new Request
            {
                RaisedBy = new RaisedBy("Imogen Attwater", "Social worker", "Sample Hub", "01632 960100"),
                ClockStartedAt = Noon,
                ReturnDueAt = Noon.AddHours(6),
                Criteria = ["domestic-violence"],
                LegalBasis = new LegalBasis(
                    "children-act-1989-s47",
                    "The hub must decide today whether the children are safe at home."
                ),
                DoNotInformFamily = true,
                Subjects = [Child, Mother],
                ConcernSummary = "A neighbour heard shouting and a child crying on three nights.",
                Questions = ["Have you been called to the address?", "Who lives in the household?"],
                MayReturn = [RecordKind.PoliceDomesticIncident, RecordKind.PoliceMissingEpisode],
                LookBackTo = new DateOnly(2021, 3, 2),
            },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e50",
            dueAt: Noon.AddHours(6)
        );

    public static Letter Rerating =>
        FromHub(
            new Amendment
            {
                Kind = AmendmentKind.Rerated,
                Reason = "The younger child was seen with a bruise this afternoon.",
                NewRating = Rating.Red,
                ReturnDueAt = Noon.AddHours(2),
                Subjects =
                [
                    new Subject
                    {
                        Code = "S3",
                        Role = SubjectRole.Sibling,
                        Names = [new PersonName { Given = "Zoë", Family = "O’Quill-Marsh" }],
                    },
                ],
            },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e51"
        );

    public static Letter Chaser =>
        FromHub(new Chaser { Number = 1, MinutesLeft = 30 }, "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e52");

    public static Letter Withdrawal =>
        FromHub(
            new Withdrawal { Reason = "The contact was about another family." },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e53"
        );

    public static Letter Receipt =>
        FromAgency(
            new Receipt { ReceivedAt = Noon.AddSeconds(3) },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e54",
            answers: "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e50"
        );

    public static Letter Return =>
        FromAgency(
            new Return
            {
                Part = 1,
                Final = true,
                Kind = AnswerKind.Held,
                SearchedAt = Noon.AddMinutes(4),
                SystemsSearched = ["Sample records"],
                Answers = [Held, NeedsMore],
                Headline = "Two call-outs to the address in the last year.",
                Analysis = "Both were assessed as medium risk; the adults had separated before the second.",
                Restrictions = ["not-to-family"],
                AuthorisedBy = "Sergeant R. Penhallow",
                AdapterVersion = "0.1.0",
            },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e55",
            answers: "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e50"
        );

    public static Letter ReturnReceipt =>
        FromHub(
            new ReturnReceipt { ReceivedAt = Noon.AddMinutes(5), Late = false },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e56",
            answers: "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e55"
        );

    public static Letter Heartbeat =>
        Alone(
            new Heartbeat
            {
                AdapterVersion = "0.1.0",
                RecordsReachable = true,
                OpenRequests = 1,
            },
            Head(LetterType.Heartbeat, "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e57", "police", "hub")
        );

    public static Letter HeartbeatAnswer =>
        Alone(
            new HeartbeatAnswer
            {
                HeardAt = Noon.AddSeconds(1),
                RevocationList = EmptyList,
                AuditHead = new AuditHead
                {
                    Chain = "2c1f6a0d94b7e3582c1f6a0d94b7e358",
                    Sequence = 1204,
                    Hash = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                    At = Noon,
                    Statement = "MIIB9gYJKoZIhvcNAQcC",
                },
            },
            Head(LetterType.HeartbeatAnswer, "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e58", "hub", "police") with
            {
                InReplyTo = Answering("7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e57"),
            }
        );

    public static Letter PurgeInstruction =>
        FromHub(
            new PurgeInstruction { Reason = "The retention period of the enquiry has ended." },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e59"
        );

    public static Letter PurgeCertificate =>
        FromAgency(
            new PurgeCertificate { PurgedAt = Noon.AddMinutes(6), LettersErased = 5 },
            "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e5a",
            answers: "7d0c1f8e-2b7a-4c7e-9f52-0d6a3b1c4e59"
        );

    public static Subject Child =>
        new()
        {
            Code = "S1",
            Role = SubjectRole.Child,
            Names =
            [
                new PersonName { Given = "Siân Łucja", Family = "O’Quill-Marsh" },
                new PersonName
                {
                    Given = "Lucy",
                    Family = "Quill",
                    Use = NameUse.Alias,
                },
            ],
            DateOfBirth = new DateOnly(2016, 2, 29),
            DateOfBirthQuality = DateQuality.Verified,
            Gender = "female",
            Addresses =
            [
                new Address
                {
                    Lines = ["3 Sample Row", "Sampleton"],
                    Postcode = "ZE99 1ZZ",
                    From = new DateOnly(2024, 8, 1),
                },
            ],
            Identifiers = [new Identifier(IdentifierScheme.NhsNumber, "9449305552")],
        };

    public static Subject Mother =>
        new()
        {
            Code = "S2",
            Role = SubjectRole.Parent,
            Names = [new PersonName { Given = "Maren", Family = "O’Quill" }],
            DateOfBirth = new DateOnly(1990, 11, 5),
            DateOfBirthQuality = DateQuality.Estimated,
            Addresses = [new Address { NoFixedAddress = true }],
            Telephones = ["01632 960155"],
            Relationship = "mother",
        };

    private static Answer Held =>
        new()
        {
            Subject = "S1",
            Kind = AnswerKind.Held,
            Match = new MatchEvidence
            {
                Outcome = MatchOutcome.Match,
                Score = 0.97,
                Fields = [new FieldEvidence("family-name", "exact"), new FieldEvidence("date-of-birth", "exact")],
                SearchKeys = ["name+date-of-birth"],
            },
            Records =
            [
                new AgencyRecord
                {
                    Kind = RecordKind.PoliceDomesticIncident,
                    On = new DateOnly(2025, 12, 24),
                    At = new TimeOnly(22, 40, 0),
                    RecordedOn = new DateOnly(2025, 12, 25),
                    Role = "child present",
                    Summary = "Argument between the adults; no injury. The child was in bed.",
                    Outcome = "Words of advice; no further action.",
                    Source = new RecordSource("Sample records", "DI-2025-0412"),
                    Grading = "medium",
                    Handling = "P",
                    Facts = [new StatedFact("postcode", "ZE99 1ZZ")],
                },
            ],
        };

    private static Answer NeedsMore =>
        new()
        {
            Subject = "S2",
            Kind = AnswerKind.NeedMoreDetails,
            Reason = "Two people fit. A previous address would tell them apart.",
            Match = new MatchEvidence
            {
                Outcome = MatchOutcome.Several,
                Score = 0.5,
                SearchKeys = ["name+date-of-birth"],
            },
        };

    private static Letter FromHub(LetterBody body, string id, string? answers = null, DateTimeOffset? dueAt = null) =>
        About(body, Head(LetterTypes.Of(body).Type, id, "hub", "police") with { DueAt = dueAt }, answers);

    private static Letter FromAgency(LetterBody body, string id, string? answers = null) =>
        About(body, Head(LetterTypes.Of(body).Type, id, "police", "hub"), answers);

    private static Letter About(LetterBody body, LetterHead head, string? answers) =>
        new(head with { InReplyTo = answers is null ? null : Answering(answers) }, body);

    private static Letter Alone(LetterBody body, LetterHead head) =>
        new(head with { Enquiry = null, Request = null, Rating = Rating.Green, Purpose = "operations" }, body);

    private static InReplyTo Answering(string id) =>
        new(Id(id), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    private static LetterHead Head(LetterType type, string id, string sender, string recipient) =>
        new()
        {
            Type = type,
            Version = LetterTypes.Of(type).Version,
            Id = Id(id),
            Profile = "mash-p256-1",
            Hub = "sample",
            Sender = sender,
            Recipient = recipient,
            Rating = Rating.Amber,
            Enquiry = EnquiryReference.For("sample", 2026, 123),
            Request = RequestId,
            Purpose = "safeguarding-enquiry",
            IssuedAt = Noon,
            ExpiresAt = Noon.AddDays(31),
            Salt = "4f1c09d2a7b35e6688c1f0d9e2a47b53",
        };

    private static MessageId Id(string text) =>
        MessageId.TryParse(text, out var id) ? id : throw new FormatException("Not a message id.");
}
