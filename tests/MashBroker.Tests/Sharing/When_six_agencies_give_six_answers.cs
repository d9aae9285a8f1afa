using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Packs;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>Trap 7 of the hubs from end to end: nothing known, refused, could not look, needs more details, silent, not asked.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
internal sealed class When_six_agencies_give_six_answers
{
    private static readonly Dictionary<string, Func<string, Answer>> Answers = new()
    {
        ["police"] = SomeReturn.NothingKnown,
        ["health"] = subject => SomeReturn.Refused(subject, "It is the other agencies' to say."),
        ["education"] = subject => SomeReturn.CannotLook(subject, "The register is being moved."),
        ["probation"] = subject => SomeReturn.NeedMoreDetails(subject, "A date of birth."),
    };

    private WebBench _web = null!;
    private EnquiryReference _enquiry = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync([.. Answers.Keys, "adult-services"]);
        foreach (var agency in Answers.Keys)
        {
            await _web.Hub.AgencyAsync(agency);
        }

        _enquiry = await _web.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        foreach (var agency in _web.Hub.Agencies)
        {
            var request = (await agency.ExpectAsync(LetterType.Request))[0];
            var subjects = ((Request)request.Letter.Body).Subjects.Select(subject => subject.Code);
            await agency.SendAsync(request, SomeReturn.Of([.. subjects.Select(Answers[agency.Agency])]));
            await agency.ExpectAsync(LetterType.ReturnReceipt);
        }

        // Past the deadline: whoever has not answered is silent, and there is a pack.
        _web.Hub.Clock.Set(HubBench.Start.AddHours(7));
        await _web.Hub.UntilAsync(
            "pack",
            async () => await _web.Hub.ReadAsync(view => PackStore.FindAsync(view, _enquiry)) is not null
        );
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task They_are_six_different_words_and_six_different_codes_over_the_API()
    {
        using var json = JsonDocument.Parse(await GetAsync($"/api/enquiries/{_enquiry}"));
        var agencies = json.RootElement.GetProperty("board").GetProperty("agencies").EnumerateArray().ToArray();

        ExpectSix(agencies.Select(agency => agency.GetProperty("standing").GetString()!));
        ExpectSix(agencies.Select(agency => agency.GetProperty("words").GetString()!));
    }

    [Test]
    public async Task They_are_six_different_standings_on_the_board()
    {
        var shown = Regex.Matches(await GetAsync("/"), "standing (standing--[a-z-]+)\">([^<]+)<");

        ExpectSix(shown.Select(match => match.Groups[1].Value));
        ExpectSix(shown.Select(match => match.Groups[2].Value));
    }

    [Test]
    public async Task They_are_six_different_words_on_the_page_of_the_pack_and_six_codes_in_its_JSON()
    {
        var page = await GetAsync($"/packs/{_enquiry}");
        using var json = JsonDocument.Parse(await GetAsync($"/api/packs/{_enquiry}"));

        ExpectSix(Regex.Matches(page, "<h3>[^<:]+: ([^<]+)</h3>").Select(match => match.Groups[1].Value));
        ExpectSix(
            json.RootElement.GetProperty("agencies")
                .EnumerateArray()
                .Select(agency => agency.GetProperty("standing").GetString()!)
        );
    }

    [Test]
    public async Task They_are_six_different_words_of_the_first_person_of_the_pack()
    {
        using var json = JsonDocument.Parse(await GetAsync($"/api/packs/{_enquiry}"));
        // S2 is the parent: education is not asked about them, which is not "could not look".
        var parent = json.RootElement.GetProperty("people")[1].GetProperty("answers").EnumerateArray();

        Assert.That(
            parent.Select(answer => answer.GetProperty("standing").GetString()),
            Is.EquivalentTo(["nothing-known", "refused", "not-asked", "need-more-details", "silent", "not-asked"])
        );
    }

    [Test]
    public async Task They_are_six_different_lines_at_the_command_line()
    {
        using var console = new CapturedConsole();
        var code = await MashCommand.RunAsync(["enquiry", "show", $"{_enquiry}", "--at", $"{_web.Http.BaseAddress}"]);
        var said = console.Out.ToString().Split(Environment.NewLine).Select(line => line.Trim()).ToArray();

        Assert.That(code, Is.Zero);
        ExpectSix(
            _web.Hub.Profile.Agencies.Select(agency =>
                Regex
                    .Match(
                        said.Single(line => line.StartsWith(agency.Name, StringComparison.Ordinal)),
                        @"\s{2,}(\S.*?)(\s{2,}|$)"
                    )
                    .Groups[1]
                    .Value
            )
        );
    }

    private static void ExpectSix(IEnumerable<string> shown)
    {
        var all = shown.ToArray();
        Assert.That(all, Has.Length.EqualTo(6));
        Assert.That(all, Is.Unique.And.All.Not.Empty);
    }

    private Task<string> GetAsync(string path) => _web.Http.GetStringAsync(new Uri(path, UriKind.Relative));
}
