using MashBroker.Testing.Families;

namespace MashBroker.Tests.Families;

/// <summary>
/// The records of the samples that nobody finds without a number, each with its reason. Whatever else is on record must at
/// least lead to the question for more details.
/// </summary>
internal static class DeniedWithoutNumbers
{
    private static readonly (string Record, string Reason)[] All =
    [
        (
            "police H14-P1: NM100129 (other-transliteration)",
            "A child; Maksym and Maxim share too few letters, and a twin would share all the rest."
        ),
        (
            "health H22-P2: PT200145 (short-name)",
            "A child; a short name is not taken for the name, and a twin would share all the rest."
        ),
    ];

    public static IEnumerable<string> At(string agency) =>
        All.Select(one => one.Record).Where(record => record.StartsWith(agency + " ", StringComparison.Ordinal));
}
