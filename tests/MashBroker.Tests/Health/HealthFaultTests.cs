using MashBroker.Adapters;
using MashBroker.Adapters.Health;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.Families;
using MashBroker.Testing.Health;
using MashBroker.Testing.RecordsOverHttp;
using NUnit.Framework;

namespace MashBroker.Tests.Health;

/// <summary>Whatever the server does wrong, the adapter says that it could not look: it never takes it for "nobody".</summary>
public sealed class HealthFaultTests
{
    private const string Nobody = """{"resourceType":"Bundle","type":"searchset","total":0}""";

    private static readonly Subject Child = new()
    {
        Code = "S1",
        Role = SubjectRole.Child,
        Names = [new PersonName { Given = "Canarygiven", Family = "Canaryfamily" }],
        DateOfBirth = new DateOnly(2015, 4, 3),
        Addresses = [new Address { Lines = ["1 Canary Street"], Postcode = "ZX1 1ZZ" }],
        Identifiers = [new Identifier(IdentifierScheme.NhsNumber, "9990000018")],
    };

    [TestCase(401, "{}", "status 401")]
    [TestCase(403, "<html>Canaryfamily</html>", "status 403")]
    [TestCase(500, "", "status 500")]
    [TestCase(
        503,
        """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient","diagnostics":"Canaryfamily"}]}""",
        "transient"
    )]
    [TestCase(302, "https://elsewhere.example/", "status 302")]
    [TestCase(200, "", "other than JSON")]
    [TestCase(200, "Canaryfamily", "other than JSON")]
    [TestCase(200, "[]", "other than a Bundle")]
    [TestCase(200, """{"resourceType":"Patient","id":"1"}""", "other than a Bundle")]
    [TestCase(200, """{"resourceType":"Bundle","resourceType":"Bundle"}""", "other than JSON")]
    [TestCase(
        200,
        """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"1","birthDate":{"Canaryfamily":1}}}]}""",
        "birthDate"
    )]
    [TestCase(
        200,
        """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Flag","id":"1"}}]}""",
        "other than a Patient"
    )]
    [TestCase(
        200,
        """{"resourceType":"Bundle","entry":[{"search":{"mode":"outcome"},"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"fatal","code":"exception"}]}}]}""",
        "exception"
    )]
    [TestCase(
        200,
        """{"resourceType":"Bundle","link":[{"relation":"next","url":"https://elsewhere.example/fhir/page"}]}""",
        "another server"
    )]
    [TestCase(200, """{"resourceType":"Bundle","link":[{"relation":"next","url":"page"}]}""", "circle")]
    [TestCase(
        200,
        """{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"multiple-matches"}]}""",
        "too many"
    )]
    [TestCase(200, """{"resourceType":"Bundle","total":900,"entry":[]}""", "too many")]
    public async Task Could_not_look_and_says_why_without_a_word_about_the_person(int status, string body, string said)
    {
        await using var server = await RigidServer.StartAsync((_, _) => (status, body));
        using var records = HealthStore.RecordsAt(server.BaseAddress);
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            records.FindAsync(Child, CancellationToken.None)
        )!;

        Assert.Multiple(() =>
        {
            Assert.That(fault.Message, Does.Contain("Shared care record").And.Contain(said));
            Assert.That(
                fault.ToString(),
                Does.Not.Contain("anary").And.Not.Contain("9990000018").And.Not.Contain("2015-04-03")
            );
        });
    }

    [Test]
    public async Task Gives_a_slow_server_up_after_its_time()
    {
        await using var server = await RigidServer.StartAsync((_, _) => (null, ""));
        using var records = HealthStore.RecordsAt(server.BaseAddress, options: o => o.RequestTimeoutSeconds = 1);
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            records.FindAsync(Child, CancellationToken.None)
        )!;
        Assert.That(fault.Message, Does.Contain("within 1 s"));
    }

    [Test]
    public async Task Gives_up_an_answer_without_end()
    {
        await using var server = await RigidServer.StartAsync((_, _) => (200, new string(' ', 4096)));
        using var records = HealthStore.RecordsAt(server.BaseAddress, options: o => o.LargestAnswerBytes = 1024);
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            records.FindAsync(Child, CancellationToken.None)
        )!;
        Assert.That(fault.Message, Does.Contain("more than 1024 bytes"));
    }

    [Test]
    public async Task Could_not_look_when_nothing_listens()
    {
        var server = await RigidServer.StartAsync((_, _) => (200, Nobody));
        var address = server.BaseAddress;
        await server.DisposeAsync();
        using var records = HealthStore.RecordsAt(address);
        Assert.ThrowsAsync<RecordsUnavailableException>(() => records.FindAsync(Child, CancellationToken.None));
        Assert.ThrowsAsync<RecordsUnavailableException>(() => records.ProbeAsync(CancellationToken.None));
    }

    [Test]
    public async Task Finds_nobody_where_the_search_ran_and_found_nobody()
    {
        await using var server = await RigidServer.StartAsync((_, _) => (200, Nobody));
        using var records = HealthStore.RecordsAt(server.BaseAddress);
        Assert.That(await records.FindAsync(Child, CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task Puts_nothing_of_the_person_into_addresses_and_headers()
    {
        await using var server = await RigidServer.StartAsync((_, _) => (200, Nobody));
        using var records = HealthStore.RecordsAt(server.BaseAddress);
        await records.FindAsync(Child, CancellationToken.None);
        var exposed = string.Join('\n', server.Received.Select(request => request.Address + request.Headers));

        Assert.Multiple(() =>
        {
            Assert.That(server.Received.Select(request => request.Body), Has.Some.Contain("Canaryfamily"));
            Assert.That(exposed, Does.Not.Contain("anary").And.Not.Contain("9990000018").And.Not.Contain("2015"));
            Assert.That(exposed, Does.Not.Contain("?").And.Not.Contain("traceparent"));
        });
    }

    [TestCase("Robert'); DROP TABLE patients;--", "O'Brien")]
    [TestCase("%_[*", "Smith,Jones|x$y\\z")]
    [TestCase("a=b&family=Smith", "?#%00")]
    [TestCase("العربية", "İıŁ")]
    public async Task Takes_hostile_names_literally(string given, string family)
    {
        var subject = Child with { Names = [new PersonName { Given = given, Family = family }], Identifiers = [] };
        await using var store = await HealthStore.OfAsync(SampleFamilies.Load());
        var found = await store.Records.FindAsync(subject, CancellationToken.None);
        Assert.That(PersonMatcher.Find(subject, found).Evidence.Outcome, Is.EqualTo(MatchOutcome.None));
    }

    [Test]
    public async Task Never_releases_records_that_do_not_say_they_are_of_the_patient()
    {
        await using var server = await RigidServer.StartAsync(
            (address, _) =>
                (
                    200,
                    address.Contains("/Patient/", StringComparison.Ordinal)
                        ? """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"PT1"}}]}"""
                    : address.Contains("/Flag/", StringComparison.Ordinal)
                        ? """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Flag","id":"1","status":"active","code":{"text":"x"},"subject":{"reference":"Patient/PT2"}}}]}"""
                    : Nobody
                )
        );
        using var records = HealthStore.RecordsAt(server.BaseAddress);
        var candidate = new Candidate { RecordId = "PT1", Names = Child.Names };
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            records.ReadAsync(candidate, Child, CancellationToken.None)
        )!;
        Assert.That(fault.Message, Does.Contain("of the patient asked about"));
    }

    [Test]
    public async Task Drops_the_whereabouts_of_a_sensitive_patient_that_a_server_gives_by_mistake()
    {
        const string Sensitive = """
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"PT1",
            "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},
            "name":[{"given":["Canarygiven"],"family":"Canaryfamily"}],"birthDate":"2015-04-03",
            "address":[{"line":["7 Secret Row"],"postalCode":"ZX9 1AA"}],
            "telecom":[{"system":"phone","value":"07700 900999"}],
            "generalPractitioner":[{"display":"Secret Row Surgery"}]}}]}
            """;
        await using var server = await RigidServer.StartAsync(
            (address, _) => (200, address.Contains("/Patient/", StringComparison.Ordinal) ? Sensitive : Nobody)
        );
        using var records = HealthStore.RecordsAt(server.BaseAddress);
        var candidate = (await records.FindAsync(Child, CancellationToken.None)).Single();
        var held = await records.ReadAsync(candidate, Child, CancellationToken.None);
        var said = string.Join('\n', held.Records.SelectMany(r => r.Facts.Select(f => f.Value).Append(r.Summary)));

        Assert.Multiple(() =>
        {
            Assert.That(candidate.Addresses, Is.Empty, "not even compared: the evidence would confirm a guess");
            Assert.That(candidate.Telephones, Is.Empty);
            Assert.That(said, Does.Not.Contain("Secret").And.Not.Contain("ZX9").And.Not.Contain("900999"));
        });
    }

    [Test]
    public async Task Follows_pages_to_the_end_and_no_further_than_it_may()
    {
        var families = SampleFamilies.Load();
        await using var whole = await HealthStore.OfAsync(families);
        await using var paged = await HealthStore.OfAsync(families, options: o => (o.PageSize, o.MostPages) = (1, 50));
        await using var cut = await HealthStore.OfAsync(families, options: o => (o.PageSize, o.MostPages) = (1, 1));
        var twin = families.Person("H02-P1").AsSubject("S1");
        var stranger = twin with
        {
            Names = [new PersonName { Given = "Nobody", Family = twin.Names[0].Family }],
            Identifiers = [],
        };

        var all = await whole.Records.FindAsync(twin, CancellationToken.None);
        var fromPages = await paged.Records.FindAsync(twin, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(fromPages.Select(c => c.RecordId), Is.EquivalentTo(all.Select(c => c.RecordId)));
            Assert.That(all, Has.Count.GreaterThan(1));
            Assert.ThrowsAsync<RecordsUnavailableException>(() =>
                cut.Records.FindAsync(stranger, CancellationToken.None)
            );
        });
    }

    [Test]
    public async Task A_patient_who_stands_out_is_found_although_too_many_are_like_them()
    {
        var families = SampleFamilies.Load();
        await using var store = await HealthStore.OfAsync(families, mostMatches: 1);
        var mia = families.Person("H01-P1");
        var found = await store.Records.FindAsync(mia.AsSubject("S1"), CancellationToken.None);
        Assert.That(found.Select(candidate => candidate.RecordId), Does.Contain("PT200101"));
    }

    [Test]
    public void Settings_that_would_send_names_in_clear_over_a_network_are_refused()
    {
        var faults = new HealthOptions { BaseAddress = "http://records.example.nhs.uk/fhir" }
            .Faults("Health")
            .ToList();
        Assert.That(faults, Has.Count.EqualTo(2));
        Assert.That(faults, Has.Some.Contain("Health:BaseAddress must be https"));
        Assert.That(faults, Has.Some.Contain("Health:AccessTokenFile"));
    }
}
