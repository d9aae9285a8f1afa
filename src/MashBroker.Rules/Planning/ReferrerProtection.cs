using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// Keeps a member of the public who told the hub out of what agencies see. A request has no field for a referrer, so what
/// is left is their own words, which may name them, and a list of people that may include them. Where it errs, it errs to
/// saying too little.
/// </summary>
internal sealed class ReferrerProtection
{
    private const string InPlace = "[the referrer]";

    // What the door writes for somebody who would not say: two ordinary words.
    private const string NotNamed = "not given";

    private readonly ReferrerName? _name;
    private readonly IReadOnlyList<TelephoneNumber> _telephones = [];
    private readonly string? _email;
    private readonly NamesOfHousehold _household;

    public ReferrerProtection(Contact contact)
    {
        var referrer = contact.Referrer;
        if (referrer.Kind != ReferrerKind.MemberOfPublic)
        {
            People = contact.People;
            _household = new NamesOfHousehold([]);
            return;
        }

        _name = referrer.Name is NotNamed or AnonymousContact.Shown ? null : new ReferrerName(referrer.Name);
        _telephones = TelephoneNumber.In(referrer.Telephone);
        _email = referrer.Email?.Trim() is { Length: > 0 } email ? email : null;

        LeftOut =
        [
            .. contact
                .People.Where(person => person.Role == SubjectRole.OtherAdult && IsReferrer(person))
                .Select(person => person.Code),
        ];
        var others = contact.People.Where(person => !LeftOut.Contains(person.Code)).ToArray();
        _household = new NamesOfHousehold(others);
        People = [.. others.Select(Scrub)];
    }

    /// <summary>Whom agencies may be asked about, without what would lead them to the referrer.</summary>
    public IReadOnlyList<Subject> People { get; }

    /// <summary>Codes of those who seem to be the referrer.</summary>
    public IReadOnlyList<string> LeftOut { get; } = [];

    public string Scrub(string text)
    {
        // A pattern of one person's address is costly to make, and most lines hold none.
        var scrubbed =
            _email is null
            || (_email.Contains('@', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal))
                ? text
                : Regex.Replace(
                    text,
                    $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(_email)}(?![\p{{L}}\p{{N}}])",
                    InPlace,
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
                );
        scrubbed = _telephones.Aggregate(scrubbed, (left, number) => number.Replace(left, InPlace));
        return _name?.Replace(scrubbed, InPlace, _household) ?? scrubbed;
    }

    private Subject Scrub(Subject person) =>
        person with
        {
            Relationship = person.Relationship is { } words ? Scrub(words) : null,
            // Their number stands with a child so that somebody can be rung: it is still theirs.
            Telephones = [.. person.Telephones.Where(telephone => !IsTheirs(telephone))],
            Addresses =
            [
                .. person.Addresses.Select(address => address with { Lines = [.. address.Lines.Select(Scrub)] }),
            ],
        };

    private bool IsReferrer(Subject person) =>
        person.Telephones.Any(IsTheirs)
        || person.Names.Any(name => _name?.MayBe($"{name.Given} {name.Family}") == true);

    private bool IsTheirs(string telephone) =>
        string.Equals(telephone.Trim(), _email, StringComparison.OrdinalIgnoreCase)
        || TelephoneNumber.In(telephone).Any(_telephones.Contains);
}
