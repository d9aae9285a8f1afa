using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Rules;
using MashBroker.Web.Board;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MashBroker.Web.Pages;

/// <summary>The live board.</summary>
internal sealed class IndexModel(BoardQuery query, HubProfile profile) : PageModel
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(profile.Zone);

    public BoardView Board { get; private set; } = null!;

    public string HubName => profile.Name;

    public async Task<IActionResult> OnGetAsync(string? part, CancellationToken cancellation)
    {
        Board = await query.ReadAsync(cancellation);
        return part == "board" ? Partial("_Board", this) : Page();
    }

    /// <param name="code">Empty: the flag is about the enquiry as a whole.</param>
    public string AgencyName(string code) =>
        code.Length == 0 ? "The hub" : profile.Agencies.FirstOrDefault(agency => agency.Code == code)?.Name ?? code;

    /// <summary>In the hub's own time, as people there speak of it.</summary>
    public string When(DateTimeOffset? at) =>
        at is { } time ? TimeZoneInfo.ConvertTime(time, _zone).ToString("ddd d MMM HH:mm", British) : "";

    /// <summary>The time left in words: nobody should have to subtract.</summary>
    public static string Left(int minutes) =>
        minutes switch
        {
            >= 0 => $"{Span(minutes)} left",
            _ => $"{Span(-minutes)} over",
        };

    public static string Css(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string Word(Rating? rating) => rating is null or Rating.None ? "none" : rating.ToString()!;

    private static string Span(int minutes) =>
        minutes switch
        {
            < 60 => $"{minutes} min",
            < 24 * 60 => $"{minutes / 60} h {minutes % 60} min",
            _ => $"{minutes / (24 * 60)} d {minutes / 60 % 24} h",
        };
}
