using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Adapters.Education;

/// <summary>Everybody of the register who shares something telling with the person asked about.</summary>
internal sealed class GenerousSearch(Subject subject)
{
    private const int DaysOfAWrongDate = 366 * 2;

    private readonly HashSet<string> _names = NameKeys.Of(subject.Names);
    private readonly HashSet<string> _numbers = subject.Identifiers.Select(id => Squeezed(id.Value)).ToHashSet();
    private readonly HashSet<string> _postcodes = Postcodes(subject.Addresses);

    public bool Finds(Candidate candidate)
    {
        var sharedNames = NameKeys.Of(candidate.Names).Count(_names.Contains);
        return candidate.Identifiers.Any(id => _numbers.Contains(Squeezed(id.Value)))
            || (candidate.DateOfBirth is not null && candidate.DateOfBirth == subject.DateOfBirth)
            || Postcodes(candidate.Addresses).Overlaps(_postcodes)
            || sharedNames >= 2
            || (sharedNames == 1 && AreNear(candidate.DateOfBirth, subject.DateOfBirth));
    }

    private static bool AreNear(DateOnly? one, DateOnly? other) =>
        one is { } a && other is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= DaysOfAWrongDate;

    private static HashSet<string> Postcodes(IEnumerable<Address> addresses) =>
        addresses.Select(address => address.Postcode).OfType<string>().Select(Squeezed).ToHashSet();

    private static string Squeezed(string value) =>
        string.Concat(value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
