using FsCheck;
using FsCheck.Fluent;
using MashBroker.Contracts;
using NUnit.Framework;

namespace MashBroker.Tests.Contracts;

public sealed class IdentifierTests
{
    private delegate bool Parse<T>(string? text, out T? value);

    private static readonly string[] Types =
    [
        "nhs",
        "upn",
        "uln",
        "pnc",
        "cro",
        "crn",
        "noms",
        "nino",
        "postcode",
        "uprn",
        "urn",
    ];

    // One line per number: its type, how somebody writes it, and how it is kept; "fails" where the check digit does not
    // hold, "malformed" where it is no such number.
    private static readonly string[] OwnVectors =
    [
        "nhs,0830166130,0830166130",
        "nhs,186 091 3903,1860913903",
        "nhs,996-030-8243,9960308243",
        "nhs,9960308244,fails",
        "nhs,99603082431,malformed",
        "nhs,٩٩٦٠٣٠٨٢٤٣,malformed",
        "nhs,,malformed",
        "uln,7281948211,7281948211",
        "uln,4518 190 938,4518190938",
        "uln,8865797541,fails",
        "uln,0865797540,malformed",
        "upn,B323194875749,B323194875749",
        "upn,t955597971147,T955597971147",
        "upn,Q10497465075F,Q10497465075F",
        "upn,G91703423667C,G91703423667C",
        "upn,G91703423667D,fails",
        "upn,B11862527601O,malformed",
        "upn,UN1,malformed",
        "pnc,85/7536115X,85/7536115X",
        "pnc,1985/7536115X,85/7536115X",
        "pnc,19857536115X,85/7536115X",
        "pnc,857536115x,85/7536115X",
        "pnc,2001/9218073J,01/9218073J",
        "pnc,2001/9218073K,fails",
        "pnc,1885/7536115X,malformed",
        "pnc,85/75361150X,malformed",
        "pnc,85/7536115I,malformed",
        "cro,905954/85L,905954/85L",
        "cro,SF94/435470Z,SF94/435470Z",
        "cro,sf 94/291946 v,SF94/291946V",
        "cro,435470/94A,fails",
        "cro,435470-94Z,malformed",
        "crn,x123456,X123456",
        "crn,X12345,malformed",
        "noms,a1234bc,A1234BC",
        "noms,A1234B1,malformed",
        "nino,sr 12 34 56 d,SR123456D",
        "nino,DR123456A,malformed",
        "nino,NK123456A,malformed",
        "nino,SR123456,malformed",
        "postcode,zz99  3vz,ZZ99 3VZ",
        "postcode,ze2 9aa,ZE2 9AA",
        "postcode, m1 1ae ,M1 1AE",
        "postcode,M11AE,malformed",
        "postcode,M1 1AC,malformed",
        "postcode,\u212A1 1AE,malformed",
        "uprn,100 023 336 956,100023336956",
        "uprn,-1,malformed",
        "urn,100001,100001",
        "urn,012345,malformed",
    ];

    [TestCaseSource(nameof(OwnVectors))]
    public void A_number_is_known_for_what_it_is(string line)
    {
        var parts = line.Split(',');
        var (kept, holds) = Judge(parts[0], parts[1]);
        Assert.That(
            kept is null ? "malformed"
                : holds ? kept
                : "fails",
            Is.EqualTo(parts[2])
        );
    }

    [Test]
    public void The_shared_vectors_are_judged_as_they_say()
    {
        var file = SharedVectors();
        Assume.That(file, Is.Not.Null, "The shared vectors are not beside this repository; the test's own are judged.");
        var lines = File.ReadAllLines(file!).Skip(1).ToList();
        Assert.That(lines, Has.Count.GreaterThanOrEqualTo(75));
        foreach (var parts in lines.Select(line => line.Split(',')))
        {
            var (kept, holds) = Judge(parts[0], parts[1]);
            Assert.That(kept is not null && holds, Is.EqualTo(parts[2] == "valid"), string.Join(',', parts));
        }
    }

    [Test]
    public void A_PNC_id_is_the_same_with_two_digits_of_its_year_as_with_four()
    {
        string[] spellings = ["79/163001B", "79163001B", "1979/0163001B", "19790163001B", "79/0163001b"];
        var ids = spellings.Select(text => PncId.TryParse(text, out var id) ? id : null).ToList();
        Assert.That(ids, Has.None.Null);
        Assert.That(ids.Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(ids[0], Is.Not.EqualTo(PncId.TryParse("79/163002B", out var other) ? other : null));
    }

    [Test]
    public void A_temporary_pupil_number_is_told_from_a_lasting_one()
    {
        Assert.That(UniquePupilNumber.TryParse("Q10497465075F", out var temporary) && temporary.IsTemporary);
        Assert.That(UniquePupilNumber.TryParse("B323194875749", out var lasting) && !lasting.IsTemporary);
    }

    [Test]
    public void One_wrong_digit_breaks_the_check_of_an_NHS_number() =>
        BreaksWhenMistyped<NhsNumber>(NhsNumber.TryParse, number => number.CheckDigitHolds);

    [Test]
    public void One_wrong_digit_breaks_the_check_of_a_learner_number() =>
        BreaksWhenMistyped<UniqueLearnerNumber>(UniqueLearnerNumber.TryParse, number => number.CheckDigitHolds);

    [Test]
    public void Two_digits_in_the_wrong_order_break_the_check_of_an_NHS_number() =>
        Check(
            (PositiveInt seed, byte place) =>
            {
                var digits = Valid<NhsNumber>(NhsNumber.TryParse, number => number.CheckDigitHolds, seed.Get)
                    .ToCharArray();
                var at = place % 9;
                (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
                Assert.That(NhsNumber.TryParse(new string(digits), out var swapped));
                Assert.That(swapped!.CheckDigitHolds, Is.EqualTo(digits[at] == digits[at + 1]));
            }
        );

    [Test]
    public void Every_spelling_of_a_PNC_id_is_read_as_the_same() =>
        Check(
            (PositiveInt number, byte letter) =>
            {
                var yy = number.Get % 100;
                var serial = number.Get * 7919L % 10_000_000;
                var check = CheckDigits.PoliceLetters[letter % 23];
                Assert.That(PncId.TryParse($"{yy:00}/{serial}{check}", out var brief));
                Assert.That(PncId.TryParse($"20{yy:00}{serial:0000000}{check}", out var full));
                Assert.That(PncId.TryParse(brief!.ToString(), out var again));
                Assert.That(full, Is.EqualTo(brief));
                Assert.That(again, Is.EqualTo(brief));
            }
        );

    [Test]
    public void No_text_whatever_makes_a_parser_throw() =>
        Prop.ForAll<string?>(text =>
            {
                foreach (var type in Types)
                {
                    var (kept, _) = Judge(type, text!);
                    Assert.That(
                        kept is null || Judge(type, kept).Kept == kept,
                        "Reading what is kept changes nothing."
                    );
                }
            })
            .QuickCheckThrowOnFailure();

    private static void BreaksWhenMistyped<T>(Parse<T> parse, Func<T, bool> holds)
        where T : class =>
        Check(
            (PositiveInt seed, byte change) =>
            {
                var digits = Valid(parse, holds, seed.Get).ToCharArray();
                var at = 1 + change % 9;
                digits[at] = (char)('0' + (digits[at] - '0' + 1 + change / 9 % 9) % 10);
                Assert.That(parse(new string(digits), out var mistyped));
                Assert.That(holds(mistyped!), Is.False);
            }
        );

    private static void Check(Action<PositiveInt, byte> fact) => Prop.ForAll(fact).QuickCheckThrowOnFailure();

    /// <summary>The first number at or after a seed whose check digit holds, found by trying.</summary>
    private static string Valid<T>(Parse<T> parse, Func<T, bool> holds, int seed)
        where T : class
    {
        for (var candidate = 1_000_000_000L + (long)seed * 7919 % 8_000_000_000L; ; candidate++)
        {
            var text = candidate.ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture);
            if (parse(text, out var number) && holds(number!))
            {
                return text;
            }
        }
    }

    private static (string? Kept, bool Holds) Judge(string type, string text) =>
        type switch
        {
            "nhs" => NhsNumber.TryParse(text, out var it) ? (it.ToString(), it.CheckDigitHolds) : default,
            "upn" => UniquePupilNumber.TryParse(text, out var it) ? (it.ToString(), it.CheckDigitHolds) : default,
            "uln" => UniqueLearnerNumber.TryParse(text, out var it) ? (it.ToString(), it.CheckDigitHolds) : default,
            "pnc" => PncId.TryParse(text, out var it) ? (it.ToString(), it.CheckDigitHolds) : default,
            "cro" => CroNumber.TryParse(text, out var it) ? (it.ToString(), it.CheckDigitHolds) : default,
            "crn" => CaseReferenceNumber.TryParse(text, out var it) ? (it.ToString(), true) : default,
            "noms" => NomsNumber.TryParse(text, out var it) ? (it.ToString(), true) : default,
            "nino" => NationalInsuranceNumber.TryParse(text, out var it) ? (it.ToString(), true) : default,
            "postcode" => Postcode.TryParse(text, out var it) ? (it.ToString(), true) : default,
            "uprn" => Uprn.TryParse(text, out var it) ? (it.ToString(), true) : default,
            "urn" => Urn.TryParse(text, out var it) ? (it.ToString(), true) : default,
            _ => throw new NotSupportedException($"There is no parser for '{type}'."),
        };

    private static string? SharedVectors()
    {
        for (
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "identifiers.csv");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
