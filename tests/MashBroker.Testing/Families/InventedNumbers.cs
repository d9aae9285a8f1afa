using System.Globalization;
using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

/// <summary>Numbers of people who do not exist, from ranges that nobody real can have, each only once.</summary>
internal sealed class InventedNumbers
{
    private const string UpnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private const string PoliceLetters = "ZABCDEFGHJKLMNPQRTUVWXY";

    private readonly Dictionary<string, int> _records = [];
    private int _nhs = 300_000;
    private int _upn;
    private int _pnc = 9_950_000;
    private int _cro = 995_000;
    private int _noms;
    private int _telephone;

    /// <summary>From 999, which the health service keeps for tests.</summary>
    public Identifier Nhs()
    {
        while (true)
        {
            var body = Text($"999{_nhs++:000000}");
            var check = (11 - (body.Select((digit, place) => (digit - '0') * (10 - place)).Sum() % 11)) % 11;
            if (check != 10)
            {
                return new Identifier(IdentifierScheme.NhsNumber, Text($"{body}{check}"));
            }
        }
    }

    /// <summary>Of local authority 999, which there is not.</summary>
    public Identifier Upn()
    {
        var body = Text($"9995001{_upn++:00000}");
        var check = UpnLetters[body.Select((digit, place) => (digit - '0') * (place + 2)).Sum() % 23];
        return new Identifier(IdentifierScheme.UniquePupilNumber, check + body);
    }

    public Identifier Pnc(int year)
    {
        var serial = _pnc++;
        var check = PoliceLetters[(int)(((year % 100L) * 10_000_000L + serial) % 23)];
        return new Identifier(IdentifierScheme.PncId, Text($"{year}/{serial:0000000}{check}"));
    }

    public Identifier Cro(int year)
    {
        var serial = _cro++;
        var check = PoliceLetters[((year % 100) * 1_000_000 + serial) % 23];
        return new Identifier(IdentifierScheme.CroNumber, Text($"{serial}/{year % 100:00}{check}"));
    }

    public Identifier Noms() => new(IdentifierScheme.NomsNumber, Text($"Y{_noms++:0000}ZZ"));

    /// <summary>The same number with another last character, so that its check no longer holds.</summary>
    public static Identifier Broken(Identifier identifier)
    {
        var last = identifier.Value[^1];
        var other =
            char.IsDigit(last) ? (char)('0' + ((last - '0' + 3) % 10))
            : last == 'A' ? 'B'
            : 'A';
        // A UPN carries its check letter first.
        return identifier.Scheme == IdentifierScheme.UniquePupilNumber
            ? identifier with
            {
                Value = (identifier.Value[0] == 'A' ? 'B' : 'A') + identifier.Value[1..],
            }
            : identifier with
            {
                Value = identifier.Value[..^1] + other,
            };
    }

    /// <summary>Ofcom keeps 07700 900000 to 900999 for drama; after a thousand people they repeat, as shared ones do.</summary>
    public string Telephone() => Text($"07700 900{_telephone++ % 1000:000}");

    public string Record(string agency)
    {
        var number = _records.GetValueOrDefault(agency) + 1;
        _records[agency] = number;
        return agency switch
        {
            AgencyCode.Police => Text($"NM{500_000 + number}"),
            AgencyCode.Health => Text($"PT{500_000 + number}"),
            AgencyCode.Education => Text($"AD{50_000 + number}"),
            AgencyCode.Probation => Text($"Y{100_000 + number}"),
            AgencyCode.AdultServices => Text($"AS{50_000 + number}"),
            _ => Text($"DV{5_000 + number}"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
