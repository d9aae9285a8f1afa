using System.Globalization;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Figures;
using MashBroker.Rules;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Reports;

/// <summary>Figures for the partnership, as JSON or CSV. Who was shown them stands on record before they are shown.</summary>
internal sealed class ReportEndpoints(
    LedgerFront ledger,
    ReadingRecord readings,
    HubProfile profile,
    TimeProvider clock
)
{
    private const int UsualMonths = 12;

    private const string Purpose = "to see the partnership's figures";

    private static readonly string[] Names = ["agencies", "referrals", "decisions", "families"];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
            "/api/reports/{name}",
            (
                string name,
                string? from,
                string? to,
                string? format,
                Reader reader,
                ReportEndpoints reports,
                CancellationToken cancellation
            ) => reports.ShowAsync(name, from, to, format, reader, cancellation)
        );

    private async Task<IResult> ShowAsync(
        string name,
        string? from,
        string? to,
        string? format,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (!Names.Contains(name))
        {
            return Faults.NotFound("report", $"Ask for one of {string.Join(", ", Names)}.");
        }

        var faults = new List<FieldFault>();
        var months = ReadMonths(from, to, faults);
        if (format is not (null or "json" or "csv"))
        {
            faults.Add(new FieldFault("format", "is none that there is", "Ask for json or csv."));
        }

        if (months is null || faults.Count > 0)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was counted.", faults);
        }

        if (name == "families" && profile.MostReferred is null)
        {
            return Faults.Answer(
                StatusCodes.Status409Conflict,
                "This hub's rules look for no families that return most: a list of families needs a purpose.",
                new FieldFault("mostReferred", "is not stated", "State it in the hub's profile, with its source.")
            );
        }

        var table = await ledger.ReadAsync(view => CountAsync(view, name, months), cancellation);
        var detail = $"{months.All[0].Name} to {months.All[^1].Name}";
        if (name == "families")
        {
            detail = string.Create(CultureInfo.InvariantCulture, $"{detail}, {table.Rows.Count} families");
        }

        // Counting can take a while on a large ledger and must not hold up who writes: the row follows it, and the answer the row.
        await ledger.WriteAsync(
            change =>
                readings.AppendAsync(
                    change,
                    reader,
                    AuditAct.ReportRead,
                    Purpose,
                    new Shown(Subject: name, Detail: detail)
                ),
            cancellation
        );
        return format == "csv"
            ? Results.Bytes(ReportCsv.Write(table), "text/csv; charset=utf-8", $"{profile.Code}-{name}.csv")
            : Results.Json(ReportView.Of(name, profile, months, table), MashJson.Options);
    }

    private Task<FigureTable> CountAsync(LedgerSession view, string name, FigureMonths months) =>
        name switch
        {
            "agencies" => AgencyFigures.ReadAsync(view, months, clock.GetUtcNow()),
            "referrals" => ReferralFigures.ReadAsync(view, months, profile),
            "decisions" => DecisionFigures.ReadAsync(view, months, clock.GetUtcNow()),
            _ => FamilyFigures.ReadAsync(view, months, profile.MostReferred!.Families),
        };

    private FigureMonths? ReadMonths(string? from, string? to, List<FieldFault> faults)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(profile.Zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var last = ReadMonth("to", to, faults) ?? new DateOnly(today.Year, today.Month, 1);
        var first = ReadMonth("from", from, faults) ?? last.AddMonths(1 - UsualMonths);
        if (faults.Count > 0)
        {
            return null;
        }

        if (first > last)
        {
            faults.Add(new FieldFault("from", "lies after the last month", "Give the earlier month first."));
        }
        else if (last.AddMonths(1 - FigureMonths.Most) > first)
        {
            faults.Add(
                new FieldFault(
                    "from",
                    "lies too long before the last month",
                    string.Create(CultureInfo.InvariantCulture, $"Ask for at most {FigureMonths.Most} months at once.")
                )
            );
        }

        return faults.Count == 0 ? FigureMonths.Between(first, last, profile.Zone) : null;
    }

    private static DateOnly? ReadMonth(string field, string? text, List<FieldFault> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                $"{text}-01",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var month
            ) && month.Year is >= 2000 and < 2200
        )
        {
            return month;
        }

        faults.Add(new FieldFault(field, "is no month", "Write it as 2026-11."));
        return null;
    }
}
