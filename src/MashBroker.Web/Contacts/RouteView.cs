using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>What is done about a contact besides, or instead of, an enquiry, and whether it was done.</summary>
/// <param name="Route">Code of <see cref="CaseRoute"/>; what was done is put on record under it, as <c>route-done</c>.</param>
/// <param name="Then">In the words of the hub's rules.</param>
/// <param name="AllocateAtOnce">A social worker is given the case now, before any return.</param>
/// <param name="OpenTo">Who works with the child already, where the route leads there.</param>
/// <param name="DoneAt">When it was done; absent while it is not on record.</param>
public sealed record RouteView(
    string Route,
    string Then,
    bool AllocateAtOnce,
    OpenCase? OpenTo = null,
    DateTimeOffset? DoneAt = null,
    string? DoneBy = null
)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>As a worker should read it first.</summary>
    public string InWords()
    {
        var where = OpenTo switch
        {
            null => "",
            { Since: { } since } => $"Open to {NameOf(OpenTo)} since {since.ToString("d MMMM yyyy", British)}. ",
            _ => $"Open to {NameOf(OpenTo)}. ",
        };
        var allocate = AllocateAtOnce ? " A social worker is given the case at once." : "";
        var done = DoneBy is null ? "" : $" Done by {DoneBy}.";
        return $"{PlainNames.OfRoute(Route)}: {where}{Then}{allocate}{done}";
    }

    private static string NameOf(OpenCase open) =>
        string.Join(
            ", ",
            new[]
            {
                open.Service is OpenService.EarlyHelp ? "Early Help" : "a social worker",
                open.Team,
                open.Worker,
            }.OfType<string>()
        );

    internal static IReadOnlyList<RouteView> All(
        HubProfile profile,
        Contact contact,
        IReadOnlyList<CaseEntry> file,
        DateTimeOffset now
    )
    {
        var open = OpenCases.Of(contact, file);
        return [.. Outlook.RoutesOf(profile, open.Ask(contact, now)).Select(advice => Of(advice, open, file))];
    }

    internal static string CodeOf(RouteKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static RouteView Of(RouteAdvice advice, OpenCases open, IReadOnlyList<CaseEntry> file)
    {
        var code = CodeOf(advice.Kind);
        var done = file.LastOrDefault(entry => entry.Statement is RouteDone taken && taken.Route == code);
        var service = advice.Kind switch
        {
            RouteKind.OpenToSocialWorker => OpenService.SocialWorker,
            RouteKind.OpenToEarlyHelp => OpenService.EarlyHelp,
            _ => OpenService.None,
        };
        return new RouteView(
            code,
            advice.Then,
            advice.AllocateAtOnce,
            open.All.FirstOrDefault(each => each.Service == service),
            ((done?.Statement as RouteDone)?.DoneAt) ?? done?.At,
            done?.Statement.By
        );
    }
}
