using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Trust;

/// <summary>When the last usable certificate of a party for one use ends.</summary>
public sealed record CertificateEnd(Party Party, CertificateUse Use, DateTimeOffset NotAfter)
{
    /// <summary>Days before the end at which somebody is told, and told again.</summary>
    public static readonly IReadOnlyList<int> WarnedAt = [60, 30, 14, 7, 1];

    public double DaysLeft(DateTimeOffset now) => (NotAfter - now).TotalDays;

    /// <summary>The lowest of <see cref="WarnedAt"/> that has been reached; null while there is time enough.</summary>
    public int? WarningAt(DateTimeOffset now) =>
        WarnedAt.Where(days => DaysLeft(now) <= days).Select(days => (int?)days).LastOrDefault();
}
