using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Strategy;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Families;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using MashBroker.Web.Strategy;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

/// <summary>Over the API and the command line, before the sample hub: Police, Health and Education have to attend.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_strategy_discussion_is_called
{
    private static readonly Contact Harm = SomeFamily.Contact with
    {
        Concern = SomeFamily.Contact.Concern with { SignificantHarm = true },
    };

    private TemporaryFolder _folder = null!;
    private WebBench _bench = null!;
    private AgencyByHand _health = null!;
    private EnquiryReference _enquiry = null!;

    [SetUp]
    public async Task SetUp()
    {
        _folder = new TemporaryFolder();
        _bench = await WebBench.SetUpAsync(
            options =>
            {
                options.From = "mash@sample.example";
                options.PickupFolder = _folder.File("pickup");
                options.Places = ["Room 2"];
                options.Invitees = new() { ["police"] = "desk@police.example", ["health"] = "desk@health.example" };
                options.Invitees["probation"] = "desk@probation.example";
            },
            "police",
            "health"
        );
        _health = await _bench.Hub.AgencyAsync("health");
        _enquiry = await _bench.Hub.EnquireAsync(Harm, Rating.Red);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _bench.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Its_limit_runs_from_publication_where_the_rule_calls_for_it_and_passes_unless_it_is_held()
    {
        var running = (await ClocksAsync()).Single();
        _bench.Hub.Clock.Set(running.DueAt.AddMinutes(10));
        await _bench.Hub.UntilAsync("flagged", async () => (await ClocksAsync()).Single().FlaggedAt is not null);

        Assert.That(running.Kind, Is.EqualTo(CaseClockKind.StrategyDiscussion));
    }

    [Test]
    public async Task The_agencies_are_invited_by_reference_alone_and_the_rest_is_told_by_telephone()
    {
        var done = await PostAsync<StrategyDone>("call", Call());

        var messages = Directory.GetFiles(_folder.File("pickup"), "*.eml");
        var calendar = await _bench.Http.GetStringAsync(
            new Uri($"/api/strategy/{_enquiry}/invitation.ics", UriKind.Relative)
        );
        Assert.Multiple(() =>
        {
            Assert.That(done.Number, Is.EqualTo(1));
            Assert.That(done.Invited, Is.EqualTo(new[] { "police", "health", "probation" }));
            Assert.That(done.Remarks, Has.Some.Contains("by telephone say: Education"));
            Assert.That(messages, Has.Length.EqualTo(3));
            Assert.That(
                messages.Select(file => File.ReadAllText(file)).Append(calendar),
                Has.All.Contains(_enquiry.ToString()).And.None.Contains(SomeFamily.Canary)
            );
            Assert.That(calendar, Does.Contain("SEQUENCE:0").And.Contain("LOCATION:Room 2"));
            Assert.That(Directory.GetFiles(_folder.File("pickup"), ".*"), Is.Empty, "no half message is left");
        });
    }

    [Test]
    public async Task Moved_it_keeps_its_id_and_its_limit_and_cancelled_its_limit_goes_on_until_none_is_needed()
    {
        await PostAsync<StrategyDone>("call", Call());
        var first = await CalendarAsync();
        var due = (await RowsAsync()).Single().DueAt;
        using var withoutReason = await SendAsync("call", Call(hours: 3));
        await PostAsync<StrategyDone>(
            "call",
            Call(hours: 3, reason: "Health cannot come earlier.", without: ["probation"])
        );
        var moved = await CalendarAsync();
        var off = await PostAsync<StrategyDone>("cancel", Cancelled());
        var cancelled = await CalendarAsync();
        var limit = (await ClocksAsync()).Single();
        using var nothingCalled = await SendAsync("cancel", Cancelled());
        using var invite = await SendAsync("invite", "{}");
        await PostAsync<StrategyDone>("cancel", Cancelled("The child is in hospital and seen there."));

        var row = (await RowsAsync()).Single();
        Assert.Multiple(async () =>
        {
            Assert.That(withoutReason.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(Line(moved, "UID"), Is.EqualTo(Line(first, "UID")).And.EqualTo(Line(cancelled, "UID")));
            Assert.That(moved, Does.Contain("SEQUENCE:1"));
            Assert.That(cancelled, Does.Contain("SEQUENCE:2").And.Contain("METHOD:CANCEL"));
            Assert.That(row.DueAt, Is.EqualTo(due));
            Assert.That(row.State, Is.EqualTo(StrategyState.Cancelled));
            Assert.That(
                (limit.EndedAt, limit.DueAt),
                Is.EqualTo(((DateTimeOffset?)null, due)),
                "the rule calls for one"
            );
            Assert.That(off.Remarks, Has.Some.Contains("its limit goes on: by "));
            Assert.That(await nothingCalled.Content.ReadAsStringAsync(), Does.Contain("noneNeededBecause"));
            Assert.That(
                JsonSerializer
                    .Deserialize<InvitationsView>(await invite.Content.ReadAsByteArrayAsync(), MashJson.Options)!
                    .Messages.Select(message => message.Cancellation),
                Has.All.Null,
                "one letter for all who were invited; the rest was told before"
            );
            Assert.That((await ClocksAsync()).Single().EndedAt, Is.Not.Null);
        });
    }

    [Test]
    public async Task Trap_5_it_cannot_be_recorded_as_quorate_when_an_agency_returned_and_did_not_come()
    {
        await PostAsync<StrategyDone>("call", Call());
        await _health.SendAsync(
            (await _health.ExpectAsync(LetterType.Request))[0],
            SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"))
        );
        await _health.ExpectAsync(LetterType.ReturnReceipt);
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2));

        using var refused = await SendAsync("record", Record("police", "education"));
        var recorded = await PostAsync<StrategyDone>(
            "record",
            Record(["police", "education"], "Health was called to the ward; the child is safe there tonight.")
        );
        var again = await PostAsync<StrategyDone>("call", Call(hours: 20, reason: "With health this time."));

        var faults = await refused.Content.ReadAsStringAsync();
        var view = await ViewAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(faults, Does.Contain("names nobody from Health, and a return does not stand in for it"));
            Assert.That(recorded.Quorate, Is.False);
            Assert.That((await ClocksAsync()).Single().EndedAt, Is.Null, "the limit runs on");
            Assert.That(again.Number, Is.EqualTo(2));
            Assert.That(
                view,
                Does.Contain("Health was called to the ward")
                    .And.Contain("\"lead\": \"L. Lead\"")
                    .Or.Contain("\"lead\":\"L. Lead\"")
            );
        });
    }

    [Test]
    public async Task Recorded_quorate_its_limit_ends_and_pack_audit_and_case_file_say_who_came()
    {
        await PostAsync<StrategyDone>("call", Call());
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2));

        var done = await PostAsync<StrategyDone>("record", Record("police", "education", "health"));
        await _health.SendAsync(
            (await _health.ExpectAsync(LetterType.Request))[0],
            SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"))
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(1));
        await _bench.Hub.UntilAsync(
            "a pack",
            async () => await _bench.Hub.ReadAsync(view => PackStore.FindAsync(view, _enquiry)) is not null
        );

        var pack = (await _bench.Hub.ReadAsync(view => PackStore.FindAsync(view, _enquiry)))!;
        var acts = await _bench.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, _enquiry));
        Assert.Multiple(async () =>
        {
            Assert.That(done.Quorate, Is.True);
            Assert.That((await ClocksAsync()).Single().EndedAt, Is.Not.Null);
            Assert.That(
                Encoding.UTF8.GetString(pack.Html),
                Does.Contain("Strategy discussion 1 held").And.Contain("N. police")
            );
            Assert.That(
                acts.Select(act => act.Act),
                Does.Contain(AuditAct.StrategyCalled).And.Contain(AuditAct.StrategyHeld)
            );
            Assert.That(acts.Select(act => $"{act.Detail}"), Has.None.Contains("N. police"));
        });
    }

    [Test]
    public async Task One_discussion_is_recorded_once_and_when_it_was_held()
    {
        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(30));
        await PostAsync<StrategyDone>("call", Call());
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2.5));
        string[] all = ["police", "education", "health"];
        using var before = await SendAsync("record", Record(all, null, hours: 0.25));
        await PostAsync<StrategyDone>("record", Record(all));
        using var same = await SendAsync("record", Record(all));
        using var again = await SendAsync("record", Record(all, null, hours: 2));
        var another = await PostAsync<StrategyDone>("record", Record(all, null, hours: 2, another: true));

        Assert.Multiple(async () =>
        {
            Assert.That(
                await before.Content.ReadAsStringAsync(),
                Does.Contain("is before discussion 1 was called, on ")
            );
            Assert.That(await same.Content.ReadAsStringAsync(), Does.Contain("is when discussion 1 was held"));
            Assert.That(await PathsAsync(again), Is.EqualTo(new[] { "another" }));
            Assert.That(another.Number, Is.EqualTo(2));
            Assert.That(
                await _bench.Http.GetStringAsync(new Uri($"/api/cases/{_enquiry}", UriKind.Relative)),
                Does.Contain("N. police, officer, for Police").And.Contain("Police: attended")
            );
            Assert.That(
                JsonSerializer
                    .Deserialize<StrategyView>(await ViewAsync(), MashJson.Options)!
                    .Discussions.Select(each => each.HeldAt),
                Is.EqualTo(new[] { HubBench.Start.AddHours(1), HubBench.Start.AddHours(2) })
            );
        });
    }

    [Test]
    public async Task Nobody_attends_twice_and_who_was_there_is_not_in_writing()
    {
        await PostAsync<StrategyDone>("call", Call());
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2));

        using var twice = await SendAsync(
            "record",
            Record(["police", "education", "health", "police"], null, inWriting: ["health"])
        );

        Assert.That(await PathsAsync(twice), Is.EquivalentTo(new[] { "attended[3]", "inWriting[0]" }));
    }

    [Test]
    public async Task A_withdrawal_names_the_discussion_that_is_still_called()
    {
        await PostAsync<StrategyDone>("call", Call());

        using var answer = await _bench.PostAsync(
            $"/api/enquiries/{_enquiry}/withdraw",
            """{"by":"A. Manager","role":"manager","reason":"It is another family."}"""
        );

        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(
            text,
            Does.Contain("Strategy discussion 1 is still called, for ")
                .And.Contain($"mash strategy cancel {_enquiry} --none-needed")
        );
    }

    [Test]
    public async Task An_agency_that_is_left_out_when_it_is_moved_is_told_to_take_it_out_of_its_calendar()
    {
        await PostAsync<StrategyDone>("call", Call());
        var first = await CalendarAsync();
        using var byRule = await SendAsync("call", Call(hours: 3, reason: "Later.", without: ["police"]));
        using var nobody = await SendAsync("call", Call(hours: 3, reason: "Later.", without: ["ambulance"]));
        await PostAsync<StrategyDone>("call", Call(hours: 3, reason: "Later.", without: ["probation"]));

        using var answer = await SendAsync("invite", "{}");
        var messages = JsonSerializer
            .Deserialize<InvitationsView>(await answer.Content.ReadAsByteArrayAsync(), MashJson.Options)!
            .Messages;
        var mail = await File.ReadAllTextAsync(
            Directory.GetFiles(_folder.File("pickup"), "*-1-probation.eml").Single()
        );
        var calendar = messages.Single(message => message.Agency == "probation").Cancellation!;
        var faults = await byRule.Content.ReadAsStringAsync() + await nobody.Content.ReadAsStringAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(faults, Does.Contain("has to attend by the hub").And.Contain("was not invited"));
            Assert.That(mail, Does.Contain("method=CANCEL").And.Contain("No longer invited"));
            Assert.That(Line(calendar, "UID"), Is.EqualTo(Line(first, "UID")));
            Assert.That(
                calendar,
                Does.Contain("METHOD:CANCEL").And.Contain("SEQUENCE:1").And.Not.Contain("STATUS:"),
                "for the others it is held"
            );
            Assert.That(messages.Where(message => message.Cancellation is not null), Has.Exactly(1).Items);
            Assert.That(
                await CalendarAsync(),
                Does.Contain("METHOD:REQUEST").And.Not.Contain("desk@probation.example")
            );
        });
    }

    [Test]
    public async Task Once_it_is_overdue_whoever_calls_it_says_why()
    {
        var due = (await ClocksAsync()).Single().DueAt;
        _bench.Hub.Clock.Set(due.AddMinutes(1));
        var at = due.AddMinutes(2) - HubBench.Start;

        using var refused = await SendAsync("call", Call(hours: at.TotalHours));
        var late = await PostAsync<StrategyDone>(
            "call",
            Call(hours: at.TotalHours, reason: "The ward rang back late.")
        );

        Assert.Multiple(async () =>
        {
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("it is overdue"));
            Assert.That(late.Remarks, Has.Some.Contains("2 minutes after it has to have been"));
            Assert.That(
                await refused.Content.ReadAsStringAsync(),
                Does.Contain(new HubTime("Europe/London").Say(due)),
                "by the hub's clock"
            );
        });
    }

    [Test]
    public async Task Faults_of_the_form_and_of_the_matter_are_said_at_once()
    {
        using var record = await SendAsync(
            "record",
            """
            {"role":"minute taker","heldAt":"2020-01-01T10:00:00Z","lead":"L","leadRole":"M","decisions":["None."],
             "attended":[{"agency":"police","name":"N","role":"officer"},{"agency":"nobody","name":"N","role":"officer"}]}
            """
        );
        using var call = await SendAsync(
            "call",
            """{"role":"manager","startsAt":"2026-11-17T11:00:00Z","place":"The pub","also":["nobody"]}"""
        );

        Assert.Multiple(async () =>
        {
            Assert.That(record.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                await PathsAsync(record),
                Is.EquivalentTo(new[] { "by", "heldAt", "attended[1].agency", "attended", "attended" })
            );
            Assert.That(await PathsAsync(call), Is.EquivalentTo(new[] { "by", "place", "also[0]" }));
        });
    }

    private static async Task<IEnumerable<string?>> PathsAsync(HttpResponseMessage answer) =>
        [
            .. (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString()),
        ];

    [Test]
    public async Task Every_fault_of_a_call_is_said_at_once()
    {
        using var answer = await SendAsync(
            "call",
            """{"role":"manager","startsAt":"2020-01-01T10:00:00Z","minutes":5}"""
        );

        var faults = (await WebBench.ReadAsync(answer)).GetProperty("all").EnumerateArray();
        Assert.That(
            faults.Select(fault => fault.GetProperty("path").GetString()),
            Is.EquivalentTo(new[] { "by", "startsAt", "minutes" })
        );
    }

    [Test]
    public async Task The_command_line_does_the_same()
    {
        using var console = new CapturedConsole();
        var at = _bench.Http.BaseAddress!.ToString();
        var starts = HubBench.Start.AddHours(1).ToString("O");

        var codes = new[]
        {
            await MashCommand.RunAsync([
                "strategy",
                "call",
                $"{_enquiry}",
                "--starts",
                starts,
                "--by",
                "A. Manager",
                "--role",
                "Team manager",
                "--at",
                at,
            ]),
            await MashCommand.RunAsync([
                "strategy",
                "invite",
                $"{_enquiry}",
                "--to",
                _folder.File("it.ics"),
                "--at",
                at,
            ]),
            await MashCommand.RunAsync(["strategy", "show", $"{_enquiry}", "--at", at]),
            await MashCommand.RunAsync([
                "enquiry",
                "rerate",
                $"{_enquiry}",
                "--rating",
                "amber",
                "--reason",
                "Seen and safe.",
                "--by",
                "A. Manager",
                "--role",
                "Team manager",
                "--at",
                at,
            ]),
            await MashCommand.RunAsync([
                "enquiry",
                "chase",
                $"{_enquiry}",
                "--agency",
                "police",
                "--by",
                "A. Manager",
                "--role",
                "Team manager",
                "--at",
                at,
            ]),
            await MashCommand.RunAsync([
                "enquiry",
                "ask",
                $"{_enquiry}",
                "--agency",
                "education",
                "--reason",
                "The school rang.",
                "--by",
                "A. Manager",
                "--role",
                "Team manager",
                "--at",
                at,
            ]),
            await MashCommand.RunAsync([
                "enquiry",
                "withdraw",
                $"{_enquiry}",
                "--agency",
                "police",
                "--reason",
                "Telephoned.",
                "--by",
                "A. Manager",
                "--role",
                "Team manager",
                "--at",
                at,
            ]),
            await MashCommand.RunAsync([
                "enquiry",
                "withdraw",
                $"{_enquiry}",
                "--agency",
                "police",
                "--reason",
                "Telephoned.",
                "--by",
                "A. Manager",
                "--role",
                "Team manager",
                "--at",
                at,
            ]),
            await MashCommand.RunAsync(["enquiry", "show", $"{_enquiry}", "--at", at]),
        };

        Assert.Multiple(() =>
        {
            Assert.That(codes, Is.EqualTo(new[] { 0, 0, 0, 0, 0, 0, 0, ExitCode.NotAccepted, 0 }), $"{console.Error}");
            Assert.That(File.ReadAllText(_folder.File("it.ics")), Does.StartWith("BEGIN:VCALENDAR\r\n"));
            Assert.That(
                $"{console.Out}",
                Does.Contain("has to attend: Police").And.Contain("told: Police, Health").And.Not.Contain("Called")
            );
            Assert.That($"{console.Error}", Does.Contain("was told before that its request is withdrawn"));
        });
    }

    [Test]
    public async Task New_facts_and_details_come_from_a_file()
    {
        using var console = new CapturedConsole();
        var at = _bench.Http.BaseAddress!.ToString();
        var file = _folder.File("facts.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"by":"A. Worker","role":"social worker","reason":"An uncle lives there.",
             "people":[{"role":"other-adult","names":[{"given":"Corin","family":"Sampleton"}],"dateOfBirth":"1980-04-02"}]}
            """
        );

        var code = await MashCommand.RunAsync(["enquiry", "facts", $"{_enquiry}", file, "--at", at]);
        string[] again = ["enquiry", "details", $"{_enquiry}", file, "--agency", "health", "--at", at];
        var twice = await MashCommand.RunAsync(again);
        var details = await MashCommand.RunAsync([.. again, "--somebody-else", "S3"]);

        var told = await _health.ExpectAsync(LetterType.Amendment, 2);
        Assert.Multiple(() =>
        {
            Assert.That((code, twice, details), Is.EqualTo((0, ExitCode.NotAccepted, 0)), $"{console.Error}");
            Assert.That($"{console.Error}", Does.Contain("seems to be S3").And.Not.Contain("Corin"));
            Assert.That(
                told.Select(came => ((Amendment)came.Letter.Body).Subjects.Single().Code),
                Is.EqualTo(new[] { "S3", "S4" })
            );
        });
    }

    private static string Call(
        double hours = 1,
        string? reason = null,
        string[]? also = null,
        string[]? without = null
    ) =>
        JsonSerializer.Serialize(
            new
            {
                By = "A. Manager",
                Role = "manager",
                StartsAt = HubBench.Start.AddHours(hours),
                Place = "Room 2",
                Reason = reason,
                Also = also ?? [],
                Without = without ?? [],
            },
            MashJson.Options
        );

    private static string Record(params string[] attended) => Record(attended, null);

    private static string Cancelled(string? noneNeeded = null) =>
        JsonSerializer.Serialize(
            new
            {
                By = "A. Manager",
                Role = "manager",
                Reason = "Nobody can come.",
                NoneNeededBecause = noneNeeded,
            },
            MashJson.Options
        );

    private static string Record(
        string[] attended,
        string? because,
        double hours = 1,
        bool? another = null,
        string[]? inWriting = null
    ) =>
        JsonSerializer.Serialize(
            new
            {
                By = "A. Worker",
                Role = "minute taker",
                // Nobody notes the second.
                HeldAt = HubBench.Start.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
                Lead = "L. Lead",
                LeadRole = "Team Manager",
                Attended = attended.Select(agency => new
                {
                    Agency = agency,
                    Name = $"N. {agency}",
                    Role = "officer",
                }),
                Decisions = new[] { "A section 47 enquiry, social care alone." },
                NotQuorateBecause = because,
                Another = another,
                InWriting = inWriting ?? [],
            },
            MashJson.Options
        );

    private static string Line(string calendar, string name) =>
        calendar.Split("\r\n").Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal));

    private Task<HttpResponseMessage> SendAsync(string verb, string json) =>
        _bench.PostAsync($"/api/strategy/{_enquiry}/{verb}", json);

    private async Task<T> PostAsync<T>(string verb, string json)
    {
        using var answer = await SendAsync(verb, json);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, Encoding.UTF8.GetString(body));
        return JsonSerializer.Deserialize<T>(body, MashJson.Options)!;
    }

    private Task<string> ViewAsync() =>
        _bench.Http.GetStringAsync(new Uri($"/api/strategy/{_enquiry}", UriKind.Relative));

    private Task<string> CalendarAsync() =>
        _bench.Http.GetStringAsync(new Uri($"/api/strategy/{_enquiry}/invitation.ics", UriKind.Relative));

    private async Task<IReadOnlyList<StrategyRow>> RowsAsync() =>
        await _bench.Hub.ReadAsync(async view => await StrategyStore.OfCaseAsync(view, await ContactAsync(view)));

    private async Task<IReadOnlyList<CaseClock>> ClocksAsync() =>
        [
            .. (
                await _bench.Hub.ReadAsync(async view => await CaseClocks.OfCaseAsync(view, await ContactAsync(view)))
            ).Where(clock => clock.Kind is CaseClockKind.StrategyDiscussion),
        ];

    private async Task<string> ContactAsync(MashBroker.Ledger.LedgerSession view) =>
        (await MashBroker.Ledger.Enquiries.EnquiryStore.FindAsync(view, _enquiry))!.ContactReference;
}
