using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Adapters.Police;

/// <summary>Finds everybody in the nominal register who may be the person asked about.</summary>
internal sealed class NominalSearch(SqlSource database, PoliceOptions options)
{
    // Well under what any engine takes as parameters of one statement.
    private const int IdsPerStatement = 500;

    private static readonly string FamilyPrefix = SearchKeys.PrefixInSql("family_name");
    private static readonly string GivenPrefix = SearchKeys.PrefixInSql("given_name");

    private const string Nominals = """
        select
            nominal_id,
            family_name,
            given_name,
            date_of_birth,
            gender,
            pnc_id,
            cro_number,
            telephone
        from nominal
        """;

    private static readonly string Candidates = $"""
        {Nominals}
        where pnc_id in @pnc
            or cro_number in @cro
            or date_of_birth in @dates
            or (date_of_birth in @slips and ({FamilyPrefix} in @prefixes or {GivenPrefix} in @prefixes))
            or (
                (date_of_birth is null or date_of_birth between @bornFrom and @bornTo)
                and (
                    {FamilyPrefix} in @prefixes
                    or nominal_id in (select nominal_id from nominal_alias where {FamilyPrefix} in @prefixes)
                )
            )
            or nominal_id in (
                select nominal_id
                from nominal_address
                where upper(replace(postcode, ' ', '')) in @postcodes
            )
        order by nominal_id
        """;

    private const string Aliases = """
        select
            nominal_id,
            family_name,
            given_name,
            kind
        from nominal_alias
        where nominal_id in @ids
        order by nominal_id, family_name, given_name
        """;

    private const string AddressRows = """
        select
            nominal_id,
            line,
            town,
            postcode,
            no_fixed_address,
            lived_from,
            lived_to
        from nominal_address
        where nominal_id in @ids
        order by nominal_id, lived_to desc, lived_from desc
        """;

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        var found = await database.ReadAsync(
            Candidates,
            new Dictionary<string, object>(SearchKeys.Of(subject).AsParameters())
            {
                ["pnc"] = SearchKeys.Identifiers(subject, IdentifierScheme.PncId),
                ["cro"] = SearchKeys.Identifiers(subject, IdentifierScheme.CroNumber),
            },
            Nominal,
            cancellation
        );
        if (found.Count > options.MostCandidates)
        {
            throw new RecordsUnavailableException(
                $"{options.SystemName}: more than {options.MostCandidates} people resemble the one asked about. "
                    + "Ask again with a PNC number, a date of birth or a postcode."
            );
        }

        return await WithDetailsAsync(found, cancellation);
    }

    /// <summary>Asks for nobody, so that a view or column that is not there is known before a child is asked about.</summary>
    public async Task ProbeAsync(CancellationToken cancellation)
    {
        var nobody = new Dictionary<string, object> { ["ids"] = new[] { "" } };
        await database.ReadAsync($"{Nominals} where nominal_id in @ids", nobody, Nominal, cancellation);
        await database.ReadAsync(Aliases, nobody, Alias, cancellation);
        await database.ReadAsync(AddressRows, nobody, NominalAddress.Read, cancellation);
    }

    private async Task<IReadOnlyList<Candidate>> WithDetailsAsync(
        IReadOnlyList<Candidate> found,
        CancellationToken cancellation
    )
    {
        var aliases = new List<(string Of, PersonName Name)>();
        var addresses = new List<(string Of, Address Address)>();
        foreach (var ids in found.Select(nominal => nominal.RecordId).Chunk(IdsPerStatement))
        {
            var parameters = new Dictionary<string, object> { ["ids"] = ids };
            aliases.AddRange(await database.ReadAsync(Aliases, parameters, Alias, cancellation));
            addresses.AddRange(
                await database.ReadAsync(
                    AddressRows,
                    parameters,
                    row => (row.Text("nominal_id"), NominalAddress.Read(row)),
                    cancellation
                )
            );
        }

        var names = aliases.ToLookup(alias => alias.Of, alias => alias.Name, StringComparer.Ordinal);
        var homes = addresses.ToLookup(home => home.Of, home => home.Address, StringComparer.Ordinal);
        return found
            .Select(nominal =>
                nominal with
                {
                    Names = [.. nominal.Names, .. names[nominal.RecordId]],
                    Addresses = [.. homes[nominal.RecordId]],
                }
            )
            .ToList();
    }

    private static Candidate Nominal(SqlRow row) =>
        new()
        {
            RecordId = row.Text("nominal_id"),
            Names = [new PersonName { Given = row.Text("given_name"), Family = row.Text("family_name") }],
            DateOfBirth = row.Date("date_of_birth"),
            Gender = row.TextOrNull("gender"),
            Identifiers =
            [
                .. row.TextOrNull("pnc_id") is { } pnc
                    ? [new Identifier(IdentifierScheme.PncId, pnc)]
                    : Array.Empty<Identifier>(),
                .. row.TextOrNull("cro_number") is { } cro
                    ? [new Identifier(IdentifierScheme.CroNumber, cro)]
                    : Array.Empty<Identifier>(),
            ],
            Telephones = row.TextOrNull("telephone") is { } telephone ? [telephone] : [],
        };

    private static (string, PersonName) Alias(SqlRow row) =>
        (
            row.Text("nominal_id"),
            new PersonName
            {
                Given = row.Text("given_name"),
                Family = row.Text("family_name"),
                Use = row.TextOrNull("kind") == "previous" ? NameUse.Previous : NameUse.Alias,
            }
        );
}

/// <summary>An address row as the contract has it.</summary>
internal static class NominalAddress
{
    public static Address Read(SqlRow row) =>
        new()
        {
            Lines = new[] { row.TextOrNull("line"), row.TextOrNull("town") }.OfType<string>().ToList(),
            Postcode = row.TextOrNull("postcode"),
            NoFixedAddress = row.Flag("no_fixed_address"),
            From = row.Date("lived_from"),
            To = row.Date("lived_to"),
        };
}
