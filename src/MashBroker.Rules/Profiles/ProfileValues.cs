using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>What a text or a number of a profile has to be like: it is shown to people and goes into letters and headings.</summary>
internal static partial class ProfileValues
{
    /// <summary>Characters of a <c>name</c>.</summary>
    public const int LongestName = 150;

    /// <summary>Characters of any other text.</summary>
    public const int LongestText = 500;

    /// <param name="member">The text's member, or the list that it stands in.</param>
    /// <returns>Null where nothing is wrong.</returns>
    public static ValueFault? OfText(JsonElement value, string member)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return new ValueFault("is not a text.", "Write words in quotation marks.");
        }

        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ValueFault("is empty.", "Write words between the quotation marks, or take it out.");
        }

        if (Characters.Refused(text, hasLines: false) is { } refused)
        {
            return new ValueFault(
                $"holds the character {refused}, which hides or turns round what is written.",
                "Take it out and type the words anew, on one line."
            );
        }

        var longest = member == "name" ? LongestName : LongestText;
        return Characters.Count(text) is var count && count > longest
            ? new ValueFault(
                string.Create(CultureInfo.InvariantCulture, $"has {count} characters."),
                string.Create(CultureInfo.InvariantCulture, $"Write at most {longest}.")
            )
            : null;
    }

    /// <returns>Null where nothing is wrong.</returns>
    public static ValueFault? OfNumber(JsonElement value, int least, int most)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");
        return value.ValueKind switch
        {
            JsonValueKind.String => new ValueFault("is a text.", $"Write the number without quotes, {range}."),
            JsonValueKind.Number when !value.TryGetInt64(out _) => new ValueFault(
                "is not a whole number.",
                $"Write {range}."
            ),
            JsonValueKind.Number => value.TryGetInt32(out var number) && number >= least && number <= most
                ? null
                : new ValueFault("is out of range.", $"Write {range}."),
            _ => new ValueFault("is not a number.", $"Write {range}."),
        };
    }

    /// <summary>Digits as people write them, with an extension; somebody dials it in the night.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static ValueFault? OfTelephone(string number) =>
        Telephone().IsMatch(number) && number.Count(char.IsAsciiDigit) >= 3
            ? null
            : new ValueFault("is not a telephone number.", "Write its digits, e.g. 01632 960001.");

    /// <summary>A fault as it can be printed: what the file holds is told with it, and may hide characters.</summary>
    public static FieldFault Printable(FieldFault fault) =>
        new(Printable(fault.Path), Printable(fault.Fault), Printable(fault.Remedy));

    private static string Printable(string text) =>
        Characters.Refused(text, hasLines: false) is null
            ? text
            : string.Concat(
                text.EnumerateRunes()
                    .Select(rune => Characters.Refused(rune.ToString(), hasLines: false) ?? rune.ToString())
            );

    [GeneratedRegex(
        @"\A[+(]?[0-9][0-9 ()./-]{1,30}(?:,? ?(?:ext\.?|extension|x) ?[0-9]{1,6})?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Telephone();
}

/// <summary>What is wrong with a value, and what to write instead.</summary>
internal sealed record ValueFault(string Fault, string Remedy);
