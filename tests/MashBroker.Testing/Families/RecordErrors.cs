using System.Globalization;
using System.Text;
using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

/// <summary>Puts one mistake of the kind clerks make into a record; null where that mistake cannot be made with this person.</summary>
internal sealed class RecordErrors(Random random)
{
    /// <summary>The kinds tried, the commonest several times.</summary>
    private static readonly string[] Kinds =
    [
        "misspelt",
        "misspelt",
        "transcription",
        "short-name",
        "given-and-family-exchanged",
        "half-of-double-name",
        "punctuation-dropped",
        "accents-dropped",
        "accents-dropped",
        "latin-spelling",
        "latin-spelling",
        "previous-name",
        "day-and-month-exchanged",
        "digit-wrong",
        "no-date-of-birth",
        "old-address",
        "no-address",
    ];

    public KnownRecord Put(KnownRecord record, SamplePerson person, bool keepGivenName)
    {
        var start = random.Next(Kinds.Length);
        for (var turn = 0; turn < Kinds.Length; turn++)
        {
            var kind = Kinds[(start + turn) % Kinds.Length];
            if (!record.Errors.Contains(kind) && Try(kind, record, person, keepGivenName) is { } changed)
            {
                return changed with { Errors = [.. record.Errors, kind] };
            }
        }

        return record;
    }

    private KnownRecord? Try(string kind, KnownRecord record, SamplePerson person, bool keepGivenName)
    {
        var name = (record.Names ?? person.Names)[0];
        return kind switch
        {
            "misspelt" => Renamed(
                record,
                name,
                keepGivenName || random.Next(2) == 0
                    ? name with
                    {
                        Family = Misspelt(name.Family),
                    }
                    : name with
                    {
                        Given = Misspelt(name.Given),
                    }
            ),
            "transcription" => Renamed(record, name, name with { Family = AsHeard(name.Family) }),
            "short-name" when !keepGivenName && NamePool.Short.TryGetValue(name.Given, out var brief) => Renamed(
                record,
                name,
                name with
                {
                    Given = brief,
                }
            ),
            "given-and-family-exchanged" when person.IsChild is false => Renamed(
                record,
                name,
                name with
                {
                    Given = name.Family,
                    Family = name.Given,
                }
            ),
            "half-of-double-name" when name.Family.Contains('-', StringComparison.Ordinal) => Renamed(
                record,
                name,
                name with
                {
                    Family = name.Family.Split('-')[0],
                }
            ),
            "punctuation-dropped" => Renamed(
                record,
                name,
                name with
                {
                    Family = name
                        .Family.Replace("'", "", StringComparison.Ordinal)
                        .Replace("-", " ", StringComparison.Ordinal),
                }
            ),
            "accents-dropped" => Renamed(
                record,
                name,
                name with
                {
                    Given = WithoutAccents(name.Given),
                    Family = WithoutAccents(name.Family),
                }
            ),
            "latin-spelling" when person.Names.FirstOrDefault(IsLatin) is { } latin && !IsLatin(name) => Renamed(
                record,
                name,
                latin with
                {
                    Use = NameUse.Current,
                }
            ),
            "previous-name" when Previous(person) is { } previous => Renamed(
                record,
                name,
                previous with
                {
                    Use = NameUse.Current,
                }
            ),
            "day-and-month-exchanged" when person.DateOfBirth is { Day: <= 12 } born && born.Day != born.Month =>
                record with
                {
                    DateOfBirth = new DateOnly(born.Year, born.Day, born.Month),
                },
            "digit-wrong" when person.DateOfBirth is { } born => record with { DateOfBirth = OneDigitOff(born) },
            "no-date-of-birth" when person.DateOfBirth is not null => record with
            {
                Omits = [.. record.Omits, "date-of-birth"],
            },
            "old-address" when person.Addresses.FirstOrDefault(address => address.To is not null) is { } former =>
                record with
                {
                    Addresses = [former],
                },
            "no-address" => record with { Omits = [.. record.Omits, "address"] },
            _ => null,
        };
    }

    private static KnownRecord? Renamed(KnownRecord record, PersonName from, PersonName to) =>
        from == to ? null : record with { Names = [to] };

    private static PersonName? Previous(SamplePerson person) =>
        person.Names.FirstOrDefault(name => name.Use == NameUse.Previous);

    private static bool IsLatin(PersonName name) => name.Given.All(letter => letter < 0x250);

    private string Misspelt(string name)
    {
        if (name.Length < 4)
        {
            return name;
        }

        var place = random.Next(1, name.Length - 1);
        return random.Next(3) switch
        {
            0 => name[..place] + name[place] + name[place..],
            1 => name[..place] + name[(place + 1)..],
            _ => name[..place] + name[place + 1] + name[place] + name[(place + 2)..],
        };
    }

    private static string AsHeard(string name) =>
        name.Replace("ph", "f", StringComparison.Ordinal)
            .Replace("ck", "k", StringComparison.Ordinal)
            .Replace("gh", "", StringComparison.Ordinal)
            .Replace("eux", "oo", StringComparison.Ordinal)
            .Replace("ey", "y", StringComparison.Ordinal)
            .Replace("ou", "u", StringComparison.Ordinal);

    private DateOnly OneDigitOff(DateOnly date) =>
        date.Day switch
        {
            30 => date.AddDays(-10),
            >= 28 => date.AddDays(-1),
            var day when day % 10 == 9 => date.AddDays(-1),
            var day when day % 10 == 0 => date.AddDays(1),
            _ => date.AddDays(random.Next(2) == 0 || date.Day == 1 ? 1 : -1),
        };

    private static string WithoutAccents(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                // Ł and ø do not decompose.
                plain.Append(
                    letter switch
                    {
                        'Ł' => 'L',
                        'ł' => 'l',
                        'Ø' => 'O',
                        'ø' => 'o',
                        _ => letter,
                    }
                );
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
