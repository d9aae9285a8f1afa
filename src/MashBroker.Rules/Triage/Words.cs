using System.Globalization;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>Dates, lengths and codes as hub staff read them.</summary>
internal static class Words
{
    public static string Of(LocalDate date) => date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    public static string Of(LocalDateTime at) => at.ToString("d MMMM uuuu HH:mm", CultureInfo.InvariantCulture);

    public static string Of(Duration length)
    {
        var hours = (int)length.TotalHours;
        return length.Minutes == 0 ? Count(hours, "hour") : $"{Count(hours, "hour")} {Count(length.Minutes, "minute")}";
    }

    /// <summary>A code as words: <c>sexual-harm</c> reads "sexual harm".</summary>
    public static string Of(string code) => code.Replace('-', ' ');

    public static string Months(int number) => number == 1 ? "one calendar month" : Count(number, "month");

    public static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";
}
