using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Matching;

/// <summary>How sure it is that two descriptions are of one person.</summary>
internal enum Grade
{
    None = 0,
    Possible,

    /// <summary>Name and date of birth, with nothing against it.</summary>
    MatchByName,

    /// <summary>Name, date of birth and where they live or how they are reached.</summary>
    MatchByHome,

    /// <summary>A number that one person alone has, and the person agrees with it.</summary>
    MatchByIdentifier,
}

/// <summary>Two descriptions side by side: the rules of matching, one sentence each. The same whichever is first.</summary>
internal sealed class Comparison
{
    private readonly IdentifierComparison _identifiers;
    private readonly NameComparison _names;
    private readonly BirthAgreement _birth;
    private readonly BirthAgreement _delivery;
    private readonly AddressAgreement _address;
    private readonly bool? _gender;
    private readonly bool? _telephone;
    private readonly bool _child;
    private readonly bool _adult;
    private readonly bool _generations;
    private readonly bool _unborn;

    public Comparison(Description a, Description b)
    {
        _identifiers = IdentifierComparison.Of(a.Identifiers, b.Identifiers);
        _birth = BirthComparison.Of(a.DateOfBirth, b.DateOfBirth, a.BirthEstimated || b.BirthEstimated);
        _delivery = Delivery(a, b);
        _address = AddressComparison.Of(a.Addresses, b.Addresses);
        _gender = Gender(a.Gender, b.Gender);
        _telephone = Telephone(a.Telephones, b.Telephones);
        _child = a.IsChild || b.IsChild;
        _adult = a.IsAdult || b.IsAdult;
        _generations = BirthComparison.AreGenerationsApart(a.DateOfBirth, b.DateOfBirth);
        _unborn = a.IsUnborn || b.IsUnborn;

        // A person is known by any of their names; the one that says most is the one that counts.
        var names = NameComparison.Of(a.Names, b.Names).ToList();
        _names = names.OrderByDescending(Decide).ThenByDescending(name => name.Rank).First();
        Grade = Decide(_names);
        Score = names.Max(Weigh);
    }

    public Grade Grade { get; }

    /// <summary>0 to 1; more agreement never lowers it. It orders people for a reader, and decides nothing.</summary>
    public double Score { get; }

    public bool IdentifierAgrees => _identifiers.Agrees;

    public bool IdentifierConflicts => _identifiers.Conflicts;

    public IReadOnlyList<FieldEvidence> Fields =>
        [
            .. _identifiers.Agreeing.Select(scheme => new FieldEvidence(scheme, "exact")),
            .. _identifiers.Conflicting.Select(scheme => new FieldEvidence(scheme, "different")),
            .. Said("given-name", Word(_names.Given)),
            .. Said("family-name", Word(_names.Family)),
            .. Said("date-of-birth", Word(_birth)),
            .. Said("expected-delivery", Word(_delivery)),
            .. Said("address", Word(_address)),
            .. Said("gender", Word(_gender)),
            .. Said("telephone", Word(_telephone)),
        ];

    private bool Corroborated => _address >= AddressAgreement.House || _telephone == true;

    private Grade Decide(NameComparison names)
    {
        var described = _unborn ? Unborn(names) : Described(names);
        if (_identifiers.Conflicts)
        {
            // Another number is another person, unless everything else says that one of the numbers is wrong.
            return _identifiers.Agrees || described >= Grade.MatchByName ? Grade.Possible : Grade.None;
        }

        if (!_identifiers.Agrees)
        {
            return described;
        }

        return BearsOutIdentifier(names) ? Grade.MatchByIdentifier : Grade.Possible;
    }

    private bool BearsOutIdentifier(NameComparison names)
    {
        var name = names.Given >= NameAgreement.Slip;
        var birth = _birth >= BirthAgreement.OneDigit || _delivery >= BirthAgreement.Near;

        // The family name alone is the household's; a parent's number in a child's record would pass.
        if ((!name && !birth) || _generations)
        {
            return false;
        }

        // A child's number and birthday under quite another given name is how a twin's number in the wrong record looks.
        var twin = _child && birth && names.Given == NameAgreement.Different;
        return !twin && (_gender != false || (name && birth));
    }

    private Grade Described(NameComparison names)
    {
        if (names.Given == NameAgreement.Absent)
        {
            // A newborn child recorded before it had a name.
            return names.Family >= NameAgreement.Part && _birth >= BirthAgreement.OneDigit && Corroborated
                ? Grade.Possible
                : Grade.None;
        }

        if (names.Given == NameAgreement.Different)
        {
            // The household is full of people with this family name and address: a child's given name decides, for twins
            // share all the rest. An adult who does is more likely known by another name, as it was heard or as they chose.
            return _adult && names.Family >= NameAgreement.Slip && _birth == BirthAgreement.Exact && Corroborated
                ? Grade.Possible
                : Grade.None;
        }

        if (names.Family == NameAgreement.Different)
        {
            // The same child under a step-parent's name: too little to match, too much to pass over.
            return names.Given >= NameAgreement.Part && _birth == BirthAgreement.Exact && Corroborated
                ? Grade.Possible
                : Grade.None;
        }

        if (_birth is BirthAgreement.Absent)
        {
            return names is { Given: >= NameAgreement.Slip, Family: >= NameAgreement.Slip }
                ? Grade.Possible
                : Grade.None;
        }

        if (_birth is BirthAgreement.Different)
        {
            return Grade.None;
        }

        if (_birth is BirthAgreement.Near)
        {
            return names is { Given: >= NameAgreement.Part, Family: >= NameAgreement.Part } && Corroborated
                ? Grade.Possible
                : Grade.None;
        }

        if (_gender == false || names.Given < NameAgreement.Slip || names.Family == NameAgreement.Absent)
        {
            return Grade.Possible;
        }

        return Corroborated ? AtHome(names) : Alone(names);
    }

    // One thing wrong is a slip of the pen where they live in one place; two are another person until somebody has looked.
    private Grade AtHome(NameComparison names)
    {
        var wrong =
            (names.Given == NameAgreement.Slip ? 1 : 0)
            + (names.Family is NameAgreement.Similar or NameAgreement.Slip or NameAgreement.Part ? 1 : 0)
            + (names.Swapped ? 1 : 0)
            + (_birth != BirthAgreement.Exact ? 1 : 0);
        return wrong <= 1 ? Grade.MatchByHome : Grade.Possible;
    }

    // People move, so another address is no proof against; then the gender must agree as well.
    private Grade Alone(NameComparison names) =>
        names is { Given: >= NameAgreement.Part, Family: NameAgreement.Exact, Swapped: false }
        && _birth == BirthAgreement.Exact
        && (_address is AddressAgreement.Absent or AddressAgreement.Postcode || _gender == true)
            ? Grade.MatchByName
            : Grade.Possible;

    // Before birth there is no name of its own: the family, the home and the expected date describe the pregnancy.
    private Grade Unborn(NameComparison names)
    {
        if (names.Family < NameAgreement.Part || names.Given == NameAgreement.Different)
        {
            return Grade.None;
        }

        return _delivery switch
        {
            BirthAgreement.Exact
                when names is { Family: NameAgreement.Exact, Given: NameAgreement.Absent or NameAgreement.Exact }
                    && Corroborated => Grade.MatchByHome,
            BirthAgreement.Exact or BirthAgreement.Near => Grade.Possible,
            _ => Grade.None,
        };
    }

    private double Weigh(NameComparison names)
    {
        var doubt = 1.0;
        Agrees(0.9, _identifiers.Agrees ? 1 : 0);
        Agrees(0.5, (int)names.Given / (double)NameAgreement.Exact, from: NameAgreement.Similar <= names.Given);
        Agrees(0.4, (int)names.Family / (double)NameAgreement.Exact, from: NameAgreement.Similar <= names.Family);
        Agrees(0.7, (int)_birth / (double)BirthAgreement.Exact, from: BirthAgreement.Near <= _birth);
        Agrees(0.6, (int)_delivery / (double)BirthAgreement.Exact, from: BirthAgreement.Near <= _delivery);
        Agrees(0.5, (int)_address / (double)AddressAgreement.Uprn, from: AddressAgreement.Postcode <= _address);
        Agrees(0.4, _telephone == true ? 1 : 0);
        Agrees(0.1, _gender == true ? 1 : 0);
        return Math.Round(1 - doubt, 3);

        void Agrees(double weight, double degree, bool from = true) => doubt *= 1 - (from ? weight * degree : 0);
    }

    private static BirthAgreement Delivery(Description a, Description b)
    {
        if (a.IsUnborn == b.IsUnborn)
        {
            return BirthComparison.OfDelivery(a.ExpectedDelivery, b.ExpectedDelivery);
        }

        return a.IsUnborn
            ? BirthComparison.OfDeliveryAndBirth(a.ExpectedDelivery, b.DateOfBirth)
            : BirthComparison.OfDeliveryAndBirth(b.ExpectedDelivery, a.DateOfBirth);
    }

    private static bool? Gender(string? a, string? b)
    {
        var (one, other) = (Known(a), Known(b));
        return one is null || other is null ? null : one == other;

        static string? Known(string? gender) =>
            gender?.Trim().ToLowerInvariant() switch
            {
                "female" or "f" => "female",
                "male" or "m" => "male",
                _ => null,
            };
    }

    private static bool? Telephone(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (one, other) = (Digits(a), Digits(b));
        return one.Count == 0 || other.Count == 0 ? null : one.Overlaps(other);

        // The last ten digits: +44 7700 900123 and 07700 900123 are one telephone.
        static HashSet<string> Digits(IReadOnlyList<string> telephones) =>
            telephones
                .Select(telephone => string.Concat(telephone.Where(char.IsAsciiDigit)))
                .Where(digits => digits.Length >= 10)
                .Select(digits => digits[^10..])
                .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<FieldEvidence> Said(string field, string? agreement) =>
        agreement is null ? [] : [new FieldEvidence(field, agreement)];

    private string? Word(NameAgreement agreement) =>
        agreement switch
        {
            NameAgreement.Absent => null,
            NameAgreement.Different => "different",
            NameAgreement.Similar => "similar",
            NameAgreement.Slip => "misspelt",
            NameAgreement.Part => "part",
            _ when _names.Swapped => "swapped",
            _ when _names.Alias => "alias",
            _ => "exact",
        };

    private static string? Word(BirthAgreement agreement) =>
        agreement switch
        {
            BirthAgreement.Absent => null,
            BirthAgreement.Different => "different",
            BirthAgreement.Near => "near",
            BirthAgreement.Estimated => "estimated",
            BirthAgreement.OneDigit => "one-digit",
            BirthAgreement.DayMonthSwapped => "day-month-swapped",
            _ => "exact",
        };

    private static string? Word(AddressAgreement agreement) =>
        agreement switch
        {
            AddressAgreement.Absent => null,
            AddressAgreement.Different => "different",
            AddressAgreement.Postcode => "postcode",
            AddressAgreement.House => "house",
            _ => "uprn",
        };

    private static string? Word(bool? agreement) =>
        agreement is { } agrees
            ? agrees
                ? "exact"
                : "different"
            : null;
}
