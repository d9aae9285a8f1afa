using System.Globalization;
using MashBroker.Contracts;

namespace MashBroker.Adapters.DomesticAbuse;

/// <summary>What the service's workbook says, as of one moment.</summary>
internal sealed record ClientWorkbook(
    IReadOnlyList<Client> Clients,
    IReadOnlyList<ListedChild> Children,
    IReadOnlyList<MaracCase> Cases
)
{
    private static readonly Dictionary<string, string[]> Wanted = new()
    {
        ["Clients"] =
        [
            "Client ID",
            "Surname",
            "Forenames",
            "Also known as",
            "Date of birth",
            "Gender",
            "Role",
            "Address",
            "Postcode",
            "Address protected",
            "DASH score",
            "DASH date",
            "Safe telephone",
            "Safe times",
            "IDVA",
        ],
        ["Children"] =
        [
            "Child ID",
            "Client ID",
            "Surname",
            "Forenames",
            "Date of birth",
            "Expected date",
            "Gender",
            "Address",
            "Postcode",
            "Address protected",
            "Lives with",
        ],
        ["MARAC"] = ["Case number", "Meeting date", "Victim ID", "Perpetrator ID", "Repeat", "Concerns", "Actions"],
    };

    /// <exception cref="RecordsUnavailableException">A sheet, a column or an id is missing: all of them are named.</exception>
    public static ClientWorkbook From(IReadOnlyDictionary<string, Sheet> sheets)
    {
        var faults = Wanted
            .SelectMany(wanted =>
                sheets.TryGetValue(wanted.Key, out var sheet)
                    ? sheet.Lacking(wanted.Value).Select(column => $"sheet '{wanted.Key}' lacks the column '{column}'")
                    : [$"there is no sheet '{wanted.Key}'"]
            )
            .ToList();
        if (faults.Count == 0)
        {
            // A row without an id could be neither found again nor told from others; leaving it out might hide somebody.
            faults.AddRange(IdFaults(sheets["Clients"], "Client ID"));
            faults.AddRange(IdFaults(sheets["Children"], "Child ID"));
            faults.AddRange(IdFaults(sheets["MARAC"], "Case number", unique: false));
        }

        return faults.Count == 0
            ? new ClientWorkbook(
                sheets["Clients"].Rows.Select(ClientOf).ToList(),
                sheets["Children"].Rows.Select(ChildOf).ToList(),
                sheets["MARAC"].Rows.Select(CaseOf).ToList()
            )
            : throw new RecordsUnavailableException(
                $"The client workbook cannot be used: {string.Join("; ", faults)}."
            );
    }

    private static IEnumerable<string> IdFaults(Sheet sheet, string column, bool unique = true)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in sheet.Rows)
        {
            if (row.Text(column) is not { } id)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"sheet '{sheet.Name}' row {row.Number} has nothing in the column '{column}'"
                );
            }
            else if (!seen.Add(id) && unique)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"sheet '{sheet.Name}' row {row.Number} repeats an id of the column '{column}'"
                );
            }
        }
    }

    private static Client ClientOf(SheetRow row) =>
        new()
        {
            Id = row.Text("Client ID")!,
            Names = [Name(row), .. Aliases(row.Text("Also known as"))],
            Born = row.Date("Date of birth"),
            Gender = row.Text("Gender")?.ToLowerInvariant(),
            IsVictim = row.Text("Role") is not { } role || !role.StartsWith("perp", StringComparison.OrdinalIgnoreCase),
            Address = AddressOf(row),
            AddressProtected = row.IsSet("Address protected"),
            DashScore = row.Text("DASH score"),
            DashOn = row.Date("DASH date"),
            SafeTelephone = row.Text("Safe telephone"),
            SafeTimes = row.Text("Safe times"),
            Idva = row.Text("IDVA"),
        };

    private static ListedChild ChildOf(SheetRow row) =>
        new()
        {
            Id = row.Text("Child ID")!,
            ClientId = row.Text("Client ID"),
            Names = [Name(row)],
            Born = row.Date("Date of birth"),
            Expected = row.Date("Expected date"),
            Gender = row.Text("Gender")?.ToLowerInvariant(),
            Address = AddressOf(row),
            AddressProtected = row.IsSet("Address protected"),
            LivesWith = row.Text("Lives with"),
        };

    private static MaracCase CaseOf(SheetRow row) =>
        new()
        {
            Number = row.Text("Case number")!,
            On = row.Date("Meeting date"),
            VictimId = row.Text("Victim ID"),
            PerpetratorId = row.Text("Perpetrator ID"),
            IsRepeat = row.IsSet("Repeat"),
            Concerns = row.Text("Concerns"),
            Actions = row.Text("Actions"),
        };

    private static PersonName Name(SheetRow row) =>
        new() { Given = row.Text("Forenames") ?? "", Family = row.Text("Surname") ?? "" };

    // "Surname, Forenames; Surname, Forenames"; a name without a comma counts as forenames under no surname.
    private static IEnumerable<PersonName> Aliases(string? cell) =>
        (cell ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(alias => alias.Split(',', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new PersonName
            {
                Family = parts.Length == 2 ? parts[0] : "",
                Given = parts[^1],
                Use = NameUse.Alias,
            });

    private static Address? AddressOf(SheetRow row)
    {
        var line = row.Text("Address");
        if (line is not null && line.Equals("no fixed address", StringComparison.OrdinalIgnoreCase))
        {
            return new Address { NoFixedAddress = true };
        }

        var postcode = row.Text("Postcode");
        return line is null && postcode is null
            ? null
            : new Address
            {
                Lines = (line ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Postcode = postcode,
            };
    }
}

/// <summary>A victim whom the service supports, or a perpetrator whom it records.</summary>
internal sealed record Client
{
    public required string Id { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    public DateOnly? Born { get; init; }

    public string? Gender { get; init; }

    public required bool IsVictim { get; init; }

    public Address? Address { get; init; }

    public required bool AddressProtected { get; init; }

    /// <summary>As written; mostly a number.</summary>
    public string? DashScore { get; init; }

    public DateOnly? DashOn { get; init; }

    public string? SafeTelephone { get; init; }

    public string? SafeTimes { get; init; }

    public string? Idva { get; init; }
}

internal sealed record ListedChild
{
    public required string Id { get; init; }

    public string? ClientId { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    public DateOnly? Born { get; init; }

    public DateOnly? Expected { get; init; }

    public string? Gender { get; init; }

    public Address? Address { get; init; }

    public required bool AddressProtected { get; init; }

    public string? LivesWith { get; init; }
}

internal sealed record MaracCase
{
    public required string Number { get; init; }

    public DateOnly? On { get; init; }

    public string? VictimId { get; init; }

    public string? PerpetratorId { get; init; }

    public required bool IsRepeat { get; init; }

    public string? Concerns { get; init; }

    public string? Actions { get; init; }
}
