using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.Families;
using MashBroker.Testing.Probation;
using MashBroker.Testing.RecordsOverHttp;
using NUnit.Framework;

namespace MashBroker.Tests.Probation;

/// <summary>Whatever the system does wrong, the adapter says that it could not look: it never takes it for "nobody".</summary>
public sealed class ProbationFaultTests
{
    private const string Nobody = """{"content":[],"totalElements":0,"totalPages":0,"number":0}""";
    private const string Somebody = """{"firstName":"Canarygiven","surname":"Canaryfamily","otherIds":{"crn":"X1"}}""";

    private static readonly Subject Father = new()
    {
        Code = "S2",
        Role = SubjectRole.Parent,
        Names = [new PersonName { Given = "Canarygiven", Family = "Canaryfamily" }],
        DateOfBirth = new DateOnly(1985, 4, 3),
        Addresses = [new Address { Lines = ["1 Canary Street"], Postcode = "ZX1 1ZZ" }],
        Identifiers = [new Identifier(IdentifierScheme.CaseReferenceNumber, "Z123456")],
    };

    [TestCase(401, "{}", "lost its access")]
    [TestCase(403, "{}", "lost its access")]
    [TestCase(404, "{}", "status 404")]
    [TestCase(500, "Canaryfamily", "status 500")]
    [TestCase(302, "https://elsewhere.example/", "status 302")]
    [TestCase(200, "Canaryfamily", "other than JSON")]
    [TestCase(200, "null", "nothing")]
    [TestCase(200, "{}", "wrong shape")]
    [TestCase(200, """{"content":null,"totalElements":0,"totalPages":0,"number":0}""", "wrong shape")]
    [TestCase(
        200,
        """{"content":[{"firstName":"Canarygiven","surname":"Canaryfamily"}],"totalElements":1,"totalPages":1,"number":0}""",
        "wrong shape"
    )]
    [TestCase(200, """{"content":[],"totalElements":3,"totalPages":1,"number":0}""", "announced 3")]
    [TestCase(200, """{"content":[],"totalElements":3,"totalPages":1,"number":7}""", "another page")]
    public async Task Could_not_look_and_says_why_without_a_word_about_the_person(int status, string body, string said)
    {
        await using var server = await RigidServer.StartAsync((_, _) => (status, body));
        using var records = ProbationStore.RecordsAt(server.BaseAddress);
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            records.FindAsync(Father, CancellationToken.None)
        )!;

        Assert.Multiple(() =>
        {
            Assert.That(fault.Message, Does.Contain("Probation case management").And.Contain(said));
            Assert.That(
                fault.ToString(),
                Does.Not.Contain("anary").And.Not.Contain("Z123456").And.Not.Contain("1985-04-03")
            );
        });
    }

    [Test]
    public async Task Gives_a_slow_system_up_after_its_time()
    {
        await using var server = await RigidServer.StartAsync((_, _) => (null, ""));
        using var records = ProbationStore.RecordsAt(server.BaseAddress, options: o => o.RequestTimeoutSeconds = 1);
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            records.FindAsync(Father, CancellationToken.None)
        )!;
        Assert.That(fault.Message, Does.Contain("within 1 s"));
    }

    [Test]
    public async Task Finds_nobody_where_the_search_ran_and_found_nobody()
    {
        await using var server = await RigidServer.StartAsync((_, _) => (200, Nobody));
        using var records = ProbationStore.RecordsAt(server.BaseAddress);
        Assert.That(await records.FindAsync(Father, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task Puts_nothing_of_the_person_into_addresses_and_headers()
    {
        await using var server = await RigidServer.StartAsync((_, _) => (200, Nobody));
        using var records = ProbationStore.RecordsAt(server.BaseAddress);
        await records.FindAsync(Father, CancellationToken.None);
        var exposed = string.Join('\n', server.Received.Select(request => request.Address + request.Headers));

        Assert.Multiple(() =>
        {
            Assert.That(server.Received.Select(request => request.Body), Has.Some.Contain("Canaryfamily"));
            Assert.That(exposed, Does.Not.Contain("anary").And.Not.Contain("Z123456").And.Not.Contain("1985"));
            Assert.That(exposed, Does.Not.Contain("?").And.Not.Contain("traceparent"));
        });
    }

    [Test]
    public async Task Never_releases_another_case_than_the_one_asked_for()
    {
        await using var server = await RigidServer.StartAsync(
            (address, _) =>
                (
                    200,
                    address.EndsWith("case-detail", StringComparison.Ordinal)
                        ? """{"crn":"X2","convictions":[],"registrations":[]}"""
                        : $$"""{"content":[{{Somebody}}],"totalElements":1,"totalPages":1,"number":0}"""
                )
        );
        using var records = ProbationStore.RecordsAt(server.BaseAddress);
        var candidate = new Candidate { RecordId = "X1", Names = Father.Names };
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            records.ReadAsync(candidate, Father, CancellationToken.None)
        )!;
        Assert.That(fault.Message, Does.Contain("another case"));
    }

    [Test]
    public async Task A_restricted_case_is_not_even_asked_for()
    {
        var restricted = Somebody.Replace(
            "\"otherIds\"",
            "\"currentExclusion\":true,\"otherIds\"",
            StringComparison.Ordinal
        );
        await using var server = await RigidServer.StartAsync(
            (_, _) => (200, $$"""{"content":[{{restricted}}],"totalElements":1,"totalPages":1,"number":0}""")
        );
        using var records = ProbationStore.RecordsAt(server.BaseAddress);
        var held = await records.ReadAsync(
            new Candidate { RecordId = "X1", Names = Father.Names },
            Father,
            CancellationToken.None
        );

        Assert.Multiple(() =>
        {
            Assert.That(held.Restriction, Does.Contain("limited access"));
            Assert.That(held.Records, Is.Empty);
            Assert.That(server.Received.Select(request => request.Address), Has.None.Contains("case-detail"));
        });
    }

    [TestCase("Robert'); DROP TABLE people;--", "O'Brien")]
    [TestCase("%_[*", "\"},{\"crn\":\"Z990101")]
    [TestCase("العربية", "İıŁ")]
    public async Task Takes_hostile_names_literally(string given, string family)
    {
        var subject = Father with { Names = [new PersonName { Given = given, Family = family }], Identifiers = [] };
        await using var store = await ProbationStore.OfAsync(SampleFamilies.Load());
        var found = await store.Records.FindAsync(subject, CancellationToken.None);
        Assert.That(PersonMatcher.Find(subject, found).Evidence.Outcome, Is.EqualTo(MatchOutcome.None));
    }

    [Test]
    public async Task Follows_pages_and_asks_for_more_details_where_there_are_too_many()
    {
        var families = SampleFamilies.Load();
        await using var paged = await ProbationStore.OfAsync(families, options => options.PageSize = 1);
        await using var cut = await ProbationStore.OfAsync(families, o => (o.PageSize, o.MostPages) = (1, 1));
        // A stranger has the same name, so that there are two.
        var craig = families.Person("H01-P5").AsSubject("S1") with
        {
            Identifiers = [],
        };
        var elsewhere = craig with { DateOfBirth = new DateOnly(1960, 1, 1), Addresses = [] };

        var found = await paged.Records.FindAsync(craig, CancellationToken.None);
        Assert.That(found.Select(candidate => candidate.RecordId), Is.SupersetOf(new[] { "Z990101", "Z990113" }));
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            cut.Records.FindAsync(elsewhere, CancellationToken.None)
        )!;
        Assert.That(fault.Message, Does.Contain("ask again with"));
    }
}
