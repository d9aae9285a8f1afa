using FsCheck;
using FsCheck.Fluent;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using NUnit.Framework;
using static MashBroker.Tests.Matching.Described;

namespace MashBroker.Tests.Matching;

[TestFixture]
internal sealed class MatchingProperties
{
    private static readonly Gen<PersonName> Names =
        from given in Gen.Elements("Ella", "Ellie", "Marisol", "Mairsol", "Rowan", "Mohammed Ali", "Baby", "Łucja", "")
        from family in Gen.Elements("Thistlewood", "Thistelwood", "Penhale", "Thistlewood-Penhale", "Rowan", "O'Dreary")
        from use in Gen.Elements(NameUse.Current, NameUse.Alias)
        select Named(given, family, use);

    private static readonly Gen<Identifier> Identifiers =
        from scheme in Gen.Elements(IdentifierScheme.NhsNumber, IdentifierScheme.PncId)
        from value in Gen.Elements("02/73319Z", "2002/0073319Z", "943 476 5919")
        select new Identifier(scheme, value);

    private static readonly Gen<Description> Descriptions =
        from names in Names.NonEmptyListOf()
        from birth in Gen.Elements<DateOnly?>(null, Birthday, new(2015, 3, 14), new(1986, 3, 14), new(2016, 1, 1))
        from delivery in Gen.Elements<DateOnly?>(null, null, Birthday)
        from gender in Gen.Elements(null, "female", "male", "unknown")
        from addresses in Gen.Elements(Home, Elsewhere, new Address { NoFixedAddress = true }).ListOf(2)
        from identifiers in Identifiers.ListOf(1)
        from telephones in Gen.Elements("07700 900123", "07700 900999").ListOf(1)
        from child in Gen.Elements(true, false)
        select new Description(
            [.. names.Take(3)],
            birth,
            delivery,
            gender,
            [.. addresses],
            [.. identifiers],
            [.. telephones],
            BirthEstimated: false,
            child
        );

    [Test]
    public void Two_people_compare_the_same_whichever_is_first() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Descriptions.Two().ToArbitrary(),
                pair =>
                {
                    var (one, other) = (new Comparison(pair.Item1, pair.Item2), new Comparison(pair.Item2, pair.Item1));
                    return one.Score == other.Score
                        && one.Grade == other.Grade
                        && one.Fields.ToHashSet().SetEquals(other.Fields);
                }
            )
        );

    [Test]
    public void More_agreement_never_lowers_the_score_or_the_grade() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Descriptions.Two().ToArbitrary(),
                pair =>
                {
                    var (a, b) = pair;
                    var before = new Comparison(a, b);
                    return Agreeing(a, b).All(more => !IsLower(new Comparison(more, b), before));
                }
            )
        );

    [Test]
    public void Normalising_a_name_twice_changes_nothing() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text => NormalName.Of(NormalName.Of(text ?? "")) == NormalName.Of(text ?? "")
            )
        );

    [Test]
    public void Every_letter_of_every_script_is_normal_after_one_time()
    {
        var notNormal = Enumerable
            .Range(0, 0x10FFFF)
            .Where(System.Text.Rune.IsValid)
            .Select(point => new System.Text.Rune(point).ToString())
            .Where(letter => NormalName.Of(NormalName.Of(letter)) != NormalName.Of(letter));

        Assert.That(notNormal, Is.Empty);
    }

    [Test]
    public void Nobody_described_twice_the_same_is_someone_else() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                Names.ToArbitrary(),
                name =>
                {
                    var asked = Child() with { Names = [name] };
                    var held = OnRecord() with { Names = [name] };
                    var expected =
                        name.Given.Length == 0 || name.Given == "Baby" ? MatchOutcome.Possible : MatchOutcome.Match;
                    return PersonMatcher.Find(asked, [held]).Evidence.Outcome == expected;
                }
            )
        );

    // What may be lacking is filled in so that it agrees; nothing that says otherwise is taken away.
    private static IEnumerable<Description> Agreeing(Description a, Description b)
    {
        yield return a with
        {
            Names = [.. a.Names, .. b.Names],
        };
        yield return a with
        {
            Addresses = [.. a.Addresses, .. b.Addresses],
        };
        yield return a with
        {
            Telephones = [.. a.Telephones, .. b.Telephones],
        };
        if (a.Gender is null)
        {
            yield return a with
            {
                Gender = b.Gender,
            };
        }

        if (a.Identifiers.Count == 0)
        {
            yield return a with
            {
                Identifiers = b.Identifiers,
            };
        }

        if (a.DateOfBirth is null && a.ExpectedDelivery is null)
        {
            yield return a with
            {
                DateOfBirth = b.DateOfBirth,
            };
        }
    }

    private static bool IsLower(Comparison after, Comparison before) =>
        after.Score < before.Score || after.Grade < before.Grade;
}
