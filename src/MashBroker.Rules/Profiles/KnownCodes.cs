using System.Reflection;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Rules;

/// <summary>Codes of numbers and records that the product knows. A hub may use its own; one that is nearly one of these is a slip.</summary>
internal static class KnownCodes
{
    // Two slips of the pen in one word, as in "nhs-nubmer" and "refferal".
    private const int Slips = 2;

    public static readonly IReadOnlyList<string> MaySee =
    [
        .. Of(typeof(IdentifierScheme)),
        AgencyProfile.ProtectedAddress,
    ];

    public static readonly IReadOnlyList<string> Records = Of(typeof(RecordKind));

    /// <summary>The known code that was meant; null where the code is known, or is like none.</summary>
    public static string? Meant(string code, IReadOnlyList<string> known) =>
        known.Contains(code) || code.Length <= 2 * Slips
            ? null
            : known.FirstOrDefault(one => Differences(code, one) <= Slips);

    // Letters added, left out or put in place of others.
    private static int Differences(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var now = new int[other.Length + 1];
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var put = before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                now[j] = Math.Min(put, Math.Min(before[j], now[j - 1]) + 1);
            }

            before = now;
        }

        return before[other.Length];
    }

    private static string[] Of(Type codes) =>
        [
            .. codes
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!),
        ];
}
