using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Packs;

namespace MashBroker.Testing.Correlation;

/// <summary>What a pack is made of; a test states what it is about.</summary>
public static class SomePack
{
    public static readonly DateTimeOffset Published = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    public static Pack With(params IReadOnlyList<PackAgency> agencies) =>
        new()
        {
            GapsLine = "Health has not answered yet.",
            Gaps = [new PackGap("health", GapKind.NotYetAnswered, "Health has not answered yet")],
            Cover = new PackCover
            {
                Reference = EnquiryReference.For("sample", 2026, 1),
                ContactReference = "SAMPLE-C-2026-000001",
                Version = 1,
                Reason = PackReason.DeadlinePassed,
                AssembledAt = Published.AddHours(6),
                Rating = Rating.Amber,
                ContactReceivedAt = Published.AddMinutes(-5),
                PublishedAt = Published,
                ReturnDueAt = Published.AddHours(6),
                DecisionDueAt = Published.AddHours(24),
                RaisedBy = new RaisedBy("A. Manager", "Team manager", "Sample Hub"),
                Criteria = ["domestic-violence"],
                LegalBasis = new LegalBasis("children-act-1989-s47", "The hub must decide today."),
                DoNotInformFamily = true,
                HubName = "Sample Hub",
                Zone = "Europe/London",
            },
            Agencies = agencies,
            Subjects = [Child],
            ConcernSummary = "Shouting was heard.",
            Chronology = [],
            StandingFacts = [],
            Contradictions = [],
        };

    public static Subject Child { get; } =
        new()
        {
            Code = "S1",
            Role = SubjectRole.Child,
            Names = [new PersonName { Given = "Zoë", Family = "O'Quill" }],
            DateOfBirth = new DateOnly(2016, 2, 29),
            Addresses = [new Address { Lines = ["3 Sample Row"], Postcode = "ZZ99 3VZ" }],
        };

    public static PackAgency Agency(string code, Standing standing, params IReadOnlyList<Return> returns) =>
        new()
        {
            Agency = code,
            Name = char.ToUpperInvariant(code[0]) + code[1..],
            Standing = standing,
            DueAt = Published.AddHours(6),
            Late = false,
            Missing = false,
            InPart = false,
            AskedAbout = ["S1"],
            Returns =
            [
                .. returns.Select(body => new PackReturn
                {
                    LetterId = MessageId.New(),
                    Revision = 1,
                    Superseded = false,
                    ReceivedAt = Published.AddHours(1),
                    Late = false,
                    Digest = new string('a', 64),
                    Body = body,
                }),
            ],
        };
}
