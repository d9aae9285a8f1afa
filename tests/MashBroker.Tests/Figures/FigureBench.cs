using System.Globalization;
using MashBroker.Ledger.Figures;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Figures;

/// <summary>A ledger filled with contacts and enquiries of Sefton up to 20 November 2026, and its figures as rows of text.</summary>
internal sealed class FigureBench : IDisposable
{
    public static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    public static readonly DateTimeOffset Now = Utc("2026-11-20 12:00");

    private readonly LedgerForTests _ledger;
    private int _number;

    private FigureBench(LedgerForTests ledger) => _ledger = ledger;

    public MashBroker.Ledger.Ledger Ledger => _ledger.Ledger;

    public static async Task<FigureBench> OpenAsync() => new(await LedgerForTests.OpenAsync(new SettableClock(Now)));

    public string Number() => (++_number).ToString("0000", CultureInfo.InvariantCulture);

    public string Contact(FilledLedger filled)
    {
        var reference = $"C-{Number()}";
        filled.Contact(reference, Utc("2026-11-03 10:00"), "Published");
        return reference;
    }

    public string Published(FilledLedger filled, DateTimeOffset at)
    {
        var reference = $"E-{Number()}";
        filled.Enquiry(reference, Contact(filled), "Red", at);
        return reference;
    }

    public void Fill(Action<FilledLedger> fill)
    {
        using var filled = FilledLedger.Of(_ledger);
        fill(filled);
    }

    public static FigureMonths Months(string first, string? last = null) =>
        FigureMonths.Between(
            DateOnly.Parse(first, CultureInfo.InvariantCulture),
            DateOnly.Parse(last ?? first, CultureInfo.InvariantCulture),
            "Europe/London"
        );

    public static Dictionary<string, string> Row(FigureTable table, string agency, string rating) =>
        Rows(table).Single(row => row["agency"] == agency && row["rating"] == rating);

    public static IEnumerable<Dictionary<string, string>> Rows(FigureTable table) =>
        table.Rows.Select(row =>
            table
                .Columns.Zip(row)
                .ToDictionary(
                    cell => cell.First,
                    cell => cell.Second.Text ?? cell.Second.Number?.ToString(CultureInfo.InvariantCulture) ?? ""
                )
        );

    public void Dispose() => _ledger.Dispose();
}
