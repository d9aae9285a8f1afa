using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Families;
using MashBroker.Web.Board;
using MashBroker.Web.Pages;
using NUnit.Framework;
using BoardStanding = MashBroker.Web.Board.Standing;
using PackStanding = MashBroker.Correlation.Packs.Standing;
using Words = MashBroker.Correlation.Packs.Words;

namespace MashBroker.Tests.Sharing;

/// <summary>
/// Trap 7 of the hubs: "nothing known", "not asked", "refused", "could not look", "asked for more details" and "silent" are six
/// different answers. Every value of the code's own enums is looked at, so that one more must be given words of its own here.
/// </summary>
internal sealed class SixAnswersTests
{
    /// <summary>A request in each standing that a board knows.</summary>
    private static readonly Dictionary<BoardStanding, RequestRow> OnTheBoard = new()
    {
        [BoardStanding.NotAsked] = Row(RequestState.NotAsked) with { NotAskedReason = "not connected" },
        [BoardStanding.Queued] = Row(RequestState.Queued),
        [BoardStanding.Sent] = Row(RequestState.Sent),
        [BoardStanding.Received] = Row(RequestState.Receipted),
        [BoardStanding.InPart] = Row(RequestState.AnsweredInPart, AnswerKind.NothingKnown),
        [BoardStanding.Held] = Row(RequestState.Answered, AnswerKind.Held),
        [BoardStanding.NothingKnown] = Row(RequestState.Answered, AnswerKind.NothingKnown),
        [BoardStanding.NeedMoreDetails] = Row(RequestState.Answered, AnswerKind.NeedMoreDetails),
        [BoardStanding.Refused] = Row(RequestState.Answered, AnswerKind.Refused),
        [BoardStanding.CannotLook] = Row(RequestState.Answered, AnswerKind.CannotLook),
        [BoardStanding.Silent] = Row(RequestState.Sent) with { Late = true },
        [BoardStanding.Withdrawn] = Row(RequestState.Withdrawn),
    };

    /// <summary>An agency in each standing that a pack knows, with what its gap is.</summary>
    private static readonly Dictionary<PackStanding, PackAgency> InThePack = new()
    {
        [PackStanding.Held] = Agency(PackStanding.Held, SomeReturn.Held("S1", SomeReturn.Record("P1"))),
        [PackStanding.NothingKnown] = Agency(PackStanding.NothingKnown, SomeReturn.NothingKnown("S1")),
        [PackStanding.NeedMoreDetails] = Agency(
            PackStanding.NeedMoreDetails,
            SomeReturn.NeedMoreDetails("S1", "A reason.")
        ),
        [PackStanding.Refused] = Agency(PackStanding.Refused, SomeReturn.Refused("S1", "A reason.")),
        [PackStanding.CannotLook] = Agency(PackStanding.CannotLook, SomeReturn.CannotLook("S1", "A reason.")),
        [PackStanding.Silent] = Agency(PackStanding.Silent),
        [PackStanding.NotAsked] = Agency(PackStanding.NotAsked) with { NotAskedReason = "A reason." },
        [PackStanding.Withdrawn] = Agency(PackStanding.Withdrawn),
    };

    [Test]
    public void Every_standing_of_a_board_and_of_a_pack_is_looked_at_here()
    {
        Assert.That(OnTheBoard.Keys, Is.EquivalentTo(All<BoardStanding>()));
        Assert.That(OnTheBoard.Select(each => Standings.Of(each.Value)), Is.EqualTo(OnTheBoard.Keys));
        Assert.That(OnTheBoard.Values.Select(row => row.State).Distinct(), Is.SupersetOf(Used(All<RequestState>())));
        Assert.That(InThePack.Keys, Is.EquivalentTo(All<PackStanding>()));
    }

    [Test]
    public void On_a_board_no_two_look_alike_in_words_in_code_or_in_style()
    {
        Assert.That(OnTheBoard.Select(each => WithoutReason(Standings.Words(each.Value))), Is.Unique.And.All.Not.Empty);
        Assert.That(OnTheBoard.Keys.Select(Json), Is.Unique.And.All.Not.Empty);
        Assert.That(OnTheBoard.Keys.Select(standing => IndexModel.Css(standing)), Is.Unique.And.All.Not.Empty);
    }

    [Test]
    public void Every_standing_of_a_board_has_a_sign_and_the_six_have_each_their_own()
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "src", "MashBroker.Web", "Assets", "board.css"));
        string[] signs =
        [
            .. All<BoardStanding>()
                .Select(standing =>
                    Regex
                        .Match(css, $@"\.standing--{IndexModel.Css(standing)}::before[^{{]*{{ content: ""(.)""")
                        .Groups[1]
                        .Value
                ),
        ];
        var six = Six.Select(standing => signs[Array.IndexOf(All<BoardStanding>(), standing)]);

        Assert.That(signs, Has.All.Not.Empty);
        Assert.That(six, Is.Unique);
    }

    [Test]
    public void In_a_pack_no_two_look_alike_in_words_in_code_or_on_the_page()
    {
        var pages = InThePack.ToDictionary(
            each => each.Key,
            each => Encoding.UTF8.GetString(PackPage.Render(SomePack.With(each.Value)))
        );

        Assert.That(InThePack.Keys.Select(Json), Is.Unique.And.All.Not.Empty);
        Assert.That(InThePack.Keys.Select(Words.Of), Is.Unique.And.All.Not.Empty);
        Assert.That(pages.Values.Select(page => Inside(page, "span class=\"standing\"")), Is.Unique.And.All.Not.Empty);
        Assert.That(pages.Values.Select(page => Inside(page, "h3")), Is.Unique.And.All.Not.Empty);
    }

    [Test]
    public void About_one_person_no_two_look_alike_either()
    {
        var people = InThePack.Values.Select(agency => PackPeople.Of([agency], [SomePack.Child])[0]).ToArray();
        var cells = people.Select(person =>
            Inside(
                Encoding.UTF8.GetString(PackPage.Render(SomePack.With() with { People = [person] })),
                "span class=\"standing\""
            )
        );

        Assert.That(people.Select(person => person.Answers[0].Standing), Is.EqualTo(InThePack.Keys));
        Assert.That(cells, Is.Unique.And.All.Not.Empty);
    }

    [Test]
    public void As_gaps_no_two_look_alike_and_only_what_leaves_nothing_open_is_none()
    {
        var gaps = InThePack.ToDictionary(
            each => each.Key,
            each =>
                PackGaps.Of([each.Value], [SomePack.Child]).Select(gap => gap.Text.Replace("A reason", "")).ToArray()
        );

        Assert.That(
            gaps.Where(each => each.Value.Length == 0).Select(each => each.Key),
            Is.EqualTo(new[] { PackStanding.Held, PackStanding.NothingKnown })
        );
        Assert.That(gaps.Values.Where(texts => texts.Length > 0).Select(texts => texts.Single()), Is.Unique);
        Assert.That(All<GapKind>().Select(Json), Is.Unique);
    }

    [Test]
    public void Each_kind_of_answer_of_an_agency_is_a_standing_of_its_own()
    {
        Assert.That(
            All<AnswerKind>().Select(kind => PackPeople.StandingOf(kind)),
            Is.Unique.And.None.EqualTo(PackStanding.Silent)
        );
        Assert.That(All<AnswerKind>().Select(Words.Of), Is.Unique.And.All.Not.Empty);
        Assert.That(
            All<AnswerKind>().Select(kind => Standings.Of(Row(RequestState.Answered, kind))),
            Is.Unique.And.None.EqualTo(BoardStanding.None)
        );
        Assert.That(PackPeople.StandingOf(null), Is.EqualTo(PackStanding.Silent));
    }

    [Test]
    public void Somebody_known_of_whom_nothing_may_be_read_looks_like_none_of_the_six()
    {
        var known = Agency(PackStanding.Held, SomeReturn.Held("S1"));
        var withheld = known with { Returns = [known.Returns[0] with { Withheld = "1 record (Intelligence 1): why" }] };
        var words = All<PackStanding>().Select(Words.Of).Append(Words.Of(known)).Append(Words.Of(withheld));

        Assert.That(words, Is.Unique);
    }

    private static BoardStanding[] Six { get; } =
    [
        BoardStanding.NothingKnown,
        BoardStanding.NotAsked,
        BoardStanding.Refused,
        BoardStanding.CannotLook,
        BoardStanding.NeedMoreDetails,
        BoardStanding.Silent,
    ];

    private static T[] All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(value => value.ToString() != "None")];

    // Sealed looks like queued to a board: nothing has left the hub.
    private static IEnumerable<RequestState> Used(IEnumerable<RequestState> states) =>
        states.Except([RequestState.Sealed]);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, MashJson.Options).Trim('"');

    private static string WithoutReason(string words) => words.Replace("not connected", "", StringComparison.Ordinal);

    private static string Inside(string page, string element) =>
        Regex.Match(page, $"<{element}[^>]*>([^<]*)<").Groups[1].Value;

    private static RequestRow Row(RequestState state, AnswerKind? answer = null) =>
        new()
        {
            Id = MessageId.New(),
            EnquiryReference = EnquiryReference.For("sample", 2026, 1),
            Agency = "police",
            AgencyName = "Police",
            State = state,
            Answer = answer,
            DueAt = SomePack.Published.AddHours(6),
        };

    private static PackAgency Agency(PackStanding standing, params Answer[] answers) =>
        answers.Length == 0
            ? SomePack.Agency("police", standing)
            : SomePack.Agency("police", standing, SomeReturn.Of(answers));
}
