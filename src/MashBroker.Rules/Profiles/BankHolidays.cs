using System.Collections.Concurrent;
using System.Text.Json;

namespace MashBroker.Rules;

/// <summary>
/// Bank holidays as published, in <c>ops/hubs/holidays</c>. They are never computed: a proclamation can add or move one.
/// </summary>
internal sealed record BankHolidays(int FirstYear, int LastYear, IReadOnlyList<DateOnly> Dates)
{
    private const string Prefix = "holidays/";

    private const string Suffix = ".json";

    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly ConcurrentDictionary<string, BankHolidays> Read = new();

    /// <summary>Names of the lists carried, e.g. <c>england-and-wales</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = Carried.Names(Prefix, Suffix);

    public static BankHolidays? Find(string name) =>
        Names.Contains(name)
            ? Read.GetOrAdd(
                name,
                key => JsonSerializer.Deserialize<BankHolidays>(Carried.Text($"{Prefix}{key}{Suffix}"), AsWritten)!
            )
            : null;
}
