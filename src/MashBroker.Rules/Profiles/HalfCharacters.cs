using System.Globalization;
using System.Text;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// Halves of a character (lone surrogates), written out or as an escape such as <c>\ud83d</c>: JSON allows them and no text can
/// hold them.
/// </summary>
internal static class HalfCharacters
{
    private const int EscapeLength = 6;

    /// <summary>The JSON with a mark in the place of each, so that everything else that is wrong is found too.</summary>
    public static string TakenOut(string json, List<FieldFault> faults)
    {
        StringBuilder? mended = null;
        var line = 1;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '\n')
            {
                line++;
                continue;
            }

            var (unit, length) = UnitAt(json, at);
            if (unit is not { } one || !char.IsSurrogate(one))
            {
                // What an escaped backslash is followed by is no escape.
                at += json[at] == '\\' && length == 1 ? 1 : length - 1;
                continue;
            }

            var (next, nextLength) = at + length < json.Length ? UnitAt(json, at + length) : (null, 0);
            if (char.IsHighSurrogate(one) && next is { } other && char.IsLowSurrogate(other))
            {
                at += length + nextLength - 1;
                continue;
            }

            mended ??= new StringBuilder(json);
            mended.Remove(at, length).Insert(at, length == 1 ? "\uFFFD" : "\\ufffd");
            faults.Add(
                new FieldFault(
                    string.Create(CultureInfo.InvariantCulture, $"line {line}"),
                    "holds half a character, which is no text.",
                    "Type the character anew, or take it out."
                )
            );
            at += length - 1;
        }

        return mended?.ToString() ?? json;
    }

    // An escape, or the character that stands there; null for an escape of another kind.
    private static (char? Unit, int Length) UnitAt(string json, int at) =>
        json[at] != '\\' ? (json[at], 1)
        : at + EscapeLength <= json.Length
        && json[at + 1] == 'u'
        && ushort.TryParse(
            json.AsSpan(at + 2, EscapeLength - 2),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? ((char)unit, EscapeLength)
        : (null, 1);
}
