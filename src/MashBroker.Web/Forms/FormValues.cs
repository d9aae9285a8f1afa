using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace MashBroker.Web.Forms;

/// <summary>Reads what stands in one field as what the field is for.</summary>
internal sealed class FormValues(DateTimeZone zone)
{
    private const string LeaveEmpty = ", or leave the field empty";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    // Years have four digits: what 03/04/15 means, no two people agree on.
    private static readonly string[] Days =
    [
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "yyyy-M-d",
    ];

    private static readonly string[] Times = ["H:mm", "H.mm", "H:mm:ss"];

    /// <param name="controls">The field as often as it stands there; none: it is gone.</param>
    public FormValue Read(FormField field, IReadOnlyList<FormControl> controls)
    {
        if (controls.Count == 0)
        {
            return FormValue.Gone;
        }

        var filled = controls.Where(control => control.Text.Length > 0 || control.HoldsSigns).ToList();
        if (filled.Count > 1 && filled.DistinctBy(control => (control.Text, control.Ticked)).Count() > 1)
        {
            return FormValue.Unread("is there more than once and says different things", "Keep the right one");
        }

        var control = filled.FirstOrDefault() ?? controls[0];
        return control.HoldsSigns && field.Kind is not FieldKind.Flag
            ? FormValue.Unread("holds a picture or a symbol", $"Write it in letters and digits{LeaveEmpty}")
            : Read(field, control);
    }

    private FormValue Read(FormField field, FormControl control) =>
        field.Kind switch
        {
            FieldKind.Flag => control.Ticked switch
            {
                true => FormValue.Of(JsonValue.Create(true)),
                false => FormValue.Empty,
                null => FormValue.Unread(
                    "holds something else than a tick or an empty box, or shows one and keeps the other",
                    "Tick the box of a new form with a click, or leave it"
                ),
            },
            // Some programs keep the hint and forget that it is one.
            _ when control.Text.Length == 0 || control.Text == FormTemplate.EmptyText(field) => FormValue.Empty,
            FieldKind.Choice or FieldKind.NumberChoice => Chosen(field, control.Text),
            FieldKind.Date => Day(control),
            FieldKind.Moment => Moment(control.Text),
            FieldKind.Lines => FormValue.Of(
                new JsonArray([
                    .. control
                        .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(line => JsonValue.Create(line)),
                ])
            ),
            FieldKind.Narrative => FormValue.Of(JsonValue.Create(control.Text)),
            _ => FormValue.Of(JsonValue.Create(OnOneLine(control.Text))),
        };

    private static FormValue Chosen(FormField field, string text)
    {
        var chosen = field.Choices.FirstOrDefault(choice =>
            string.Equals(choice.Words, text, StringComparison.OrdinalIgnoreCase)
            || string.Equals(choice.Code, text, StringComparison.OrdinalIgnoreCase)
        );
        return chosen is null
                ? FormValue.Unread(
                    "holds words that are none of its choices",
                    $"Choose one of: {string.Join(", ", field.Choices.Select(choice => choice.Words))}"
                )
            : field.Kind is FieldKind.NumberChoice
                ? FormValue.Of(JsonValue.Create(int.Parse(chosen.Code, CultureInfo.InvariantCulture)))
            : FormValue.Of(JsonValue.Create(chosen.Code));
    }

    private static FormValue Day(FormControl control)
    {
        if (TryDay(OnOneLine(control.Text)) is not { } day)
        {
            return FormValue.Unread(
                "holds no date that can be read",
                $"Write it as day/month/year with four digits, e.g. 03/11/2015{LeaveEmpty}"
            );
        }

        var written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return control.KeptDate is { } kept && kept != written
            ? FormValue.Unread("shows one date and holds another", "Choose the date again")
            : FormValue.Of(JsonValue.Create(written));
    }

    private FormValue Moment(string text)
    {
        var words = OnOneLine(text).Replace(" at ", " ", StringComparison.OrdinalIgnoreCase);
        TimeSpan? stated = null;
        foreach (var (mark, offset) in new[] { (" GMT", 0), (" UTC", 0), (" BST", 1) })
        {
            if (words.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                (words, stated) = (words[..^mark.Length].TrimEnd(), TimeSpan.FromHours(offset));
            }
        }

        var end = words.LastIndexOf(' ');
        if (
            end < 0
            || TryDay(words[..end].TrimEnd(',')) is not { } day
            || !TimeOnly.TryParseExact(
                words[(end + 1)..],
                Times,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
        {
            return FormValue.Unread(
                "holds no date with a time that can be read",
                $"Write it as day/month/year hour:minute, e.g. 03/11/2026 14:30{LeaveEmpty}"
            );
        }

        if (stated is { } known)
        {
            return At(new DateTimeOffset(day, time, known));
        }

        var local = LocalDateTime.FromDateTime(day.ToDateTime(time));
        var possible = zone.MapLocal(local);
        return possible.Count == 1
            ? At(possible.Single().ToDateTimeOffset())
            : FormValue.Unread(
                possible.Count == 0
                    ? "holds a time that the clocks leapt over"
                    : "holds a time that came twice when the clocks went back",
                "Add GMT or BST behind it"
            );
    }

    private static FormValue At(DateTimeOffset moment) =>
        FormValue.Of(
            JsonValue.Create(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
        );

    private static DateOnly? TryDay(string text) =>
        DateOnly.TryParseExact(text, Days, British, DateTimeStyles.None, out var day) ? day : null;

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Invariant: a value, or empty, or gone, or a fault with its remedy.</summary>
internal sealed record FormValue
{
    public static readonly FormValue Empty = new() { IsEmpty = true };

    public static readonly FormValue Gone = new()
    {
        IsGone = true,
        Fault = "is no longer in the document: somebody took the field out",
        Remedy = "See whether it is written elsewhere in the document; fill in a new form",
    };

    public JsonNode? Json { get; private init; }

    public bool IsEmpty { get; private init; }

    public bool IsGone { get; private init; }

    public string? Fault { get; private init; }

    public string? Remedy { get; private init; }

    public static FormValue Of(JsonNode json) => new() { Json = json };

    public static FormValue Unread(string fault, string remedy) => new() { Fault = fault, Remedy = remedy };
}
