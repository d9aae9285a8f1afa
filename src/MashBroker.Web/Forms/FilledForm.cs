using System.Globalization;
using System.Xml.Linq;
using static MashBroker.Web.Forms.Word;

namespace MashBroker.Web.Forms;

/// <summary>
/// The fields of a filled-in form by where they stand, and what stands where no field is. Rows are those of the repeating
/// sections; where a program lost these, a row begins with the first field that the row before it has.
/// </summary>
internal sealed class FilledForm
{
    private readonly Dictionary<string, List<FormControl>> _controls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _looseRows = new(StringComparer.Ordinal);

    private FilledForm() { }

    /// <summary>Whether it has any field of the hub's form.</summary>
    public bool IsOurs => _controls.Count > 0;

    /// <summary>How many paragraphs stand beside the fields that the form did not print.</summary>
    public int OtherText { get; private set; }

    /// <summary>How many filled-in fields are none of the form's.</summary>
    public int OtherFields { get; private set; }

    public bool HasTrackedChanges { get; private set; }

    public bool HasPictures { get; private set; }

    public static FilledForm Of(XElement body)
    {
        var form = new FilledForm();
        form.Walk(body, null, null);
        return form;
    }

    public int Rows(string section) => _rows.GetValueOrDefault(section);

    /// <param name="path">A tag with the number of its row, e.g. <c>people[1].dateOfBirth</c>.</param>
    public IReadOnlyList<FormControl> At(string path) => _controls.GetValueOrDefault(path) ?? [];

    public static string PathOf(string tag, int row) =>
        tag.Replace("[]", string.Create(CultureInfo.InvariantCulture, $"[{row}]"), StringComparison.Ordinal);

    /// <param name="section">The repeating section that the part stands in.</param>
    /// <param name="row">The row of it.</param>
    private void Walk(XElement part, string? section, int? row)
    {
        foreach (var child in part.Elements())
        {
            var name = child.Name;
            if (name == W + "sdt")
            {
                Take(child, section, row);
            }
            else if (name == W + "p")
            {
                OtherText += HoldsOtherText(child) ? 1 : 0;
                Walk(child, section, row);
            }
            else if (name == M + "oMathPara" && part.Name != W + "p")
            {
                OtherText += HoldsOtherText(child) ? 1 : 0;
            }
            else if (name == W + "del" || name == W + "moveFrom")
            {
                HasTrackedChanges = true;
            }
            else if (name != Compatibility + "Fallback")
            {
                HasTrackedChanges |= name == W + "ins" || name == W + "moveTo";
                HasPictures |= FormControl.Signs.Contains(name);
                Walk(child, section, row);
            }
        }
    }

    private void Take(XElement child, string? section, int? row)
    {
        var control = new FormControl(child);
        var content = child.Element(W + "sdtContent");
        if (control.Tag is { } tag && ReferralForm.ByTag.ContainsKey(tag))
        {
            HasTrackedChanges |= child.Descendants().Any(part => part.Name == W + "ins" || part.Name == W + "del");
            Keep(tag, control, section, row);
        }
        else if (content is null)
        {
            return;
        }
        else if (control.IsRepeatingSection && control.Tag?.EndsWith("[]", StringComparison.Ordinal) == true)
        {
            Walk(content, control.Tag[..^2], null);
        }
        else if (control.IsRow && section is not null)
        {
            var next = _rows.GetValueOrDefault(section);
            _rows[section] = next + 1;
            Walk(content, section, next);
        }
        else if (content.Descendants(W + "sdt").Any())
        {
            Walk(content, section, row);
        }
        else
        {
            OtherFields += control.Text.Length > 0 || control.HoldsSigns ? 1 : 0;
        }
    }

    private void Keep(string tag, FormControl control, string? section, int? row)
    {
        var path = tag;
        if (tag.IndexOf("[].", StringComparison.Ordinal) is var at and > 0)
        {
            var list = tag[..at];
            path = PathOf(tag, list == section && row is { } known ? known : LooseRow(list, tag));
        }

        if (!_controls.TryGetValue(path, out var there))
        {
            _controls[path] = there = [];
        }

        there.Add(control);
    }

    private int LooseRow(string list, string tag)
    {
        if (!_looseRows.TryGetValue(list, out var row) || _controls.ContainsKey(PathOf(tag, row)))
        {
            row = _rows.GetValueOrDefault(list);
            _rows[list] = row + 1;
            _looseRows[list] = row;
        }

        return row;
    }

    private static bool HoldsOtherText(XElement paragraph)
    {
        var text = string.Concat(
                paragraph
                    .Descendants()
                    .Where(run =>
                        (run.Name == W + "t" || run.Name == M + "t")
                        && run.Ancestors()
                            .TakeWhile(above => above != paragraph)
                            .All(above =>
                                above.Name != W + "sdt"
                                && above.Name != W + "p"
                                && above.Name != W + "del"
                                && above.Name != Compatibility + "Fallback"
                            )
                    )
                    .Select(run => run.Value)
            )
            .Trim();
        return text.Length > 0 && !ReferralForm.Printed.Contains(text);
    }
}
