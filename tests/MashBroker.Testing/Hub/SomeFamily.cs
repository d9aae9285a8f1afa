using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Hub;

/// <summary>A contact about one invented family that meets a criterion of the sample hub.</summary>
public static class SomeFamily
{
    /// <summary>Stands in everything personal of this contact; must be in no log line.</summary>
    public const string Canary = "Quillfeather";

    public static Contact Contact { get; } =
        new()
        {
            Referrer = new Referrer
            {
                Kind = ReferrerKind.Professional,
                Name = "Duty teacher",
                Organisation = "Sample Primary School",
            },
            ReceivedAt = HubBench.Start.AddMinutes(-5),
            People =
            [
                new Subject
                {
                    Code = "S1",
                    Role = SubjectRole.Child,
                    Names = [new PersonName { Given = "Zoë", Family = $"{Canary}-O'Dee" }],
                    DateOfBirth = new DateOnly(2016, 2, 29),
                    Addresses = [new Address { Lines = ["3 Sample Row"], Postcode = "ZZ99 3VZ" }],
                },
                new Subject
                {
                    Code = "S2",
                    Role = SubjectRole.Parent,
                    Names = [new PersonName { Given = "Maren", Family = Canary }],
                },
            ],
            Concern = new Concern
            {
                Summary = $"Shouting was heard at the {Canary} home <script>alert(1)</script>.",
                Kinds = [ConcernKind.DomesticViolence],
            },
        };
}
