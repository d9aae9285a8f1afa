using System.Text;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Testing.AdultServices;
using MashBroker.Testing.DomesticAbuse;
using MashBroker.Testing.Education;
using MashBroker.Testing.Families;
using MashBroker.Testing.Health;
using MashBroker.Testing.Police;
using MashBroker.Testing.Probation;
using Microsoft.Data.Sqlite;

namespace MashBroker.AcceptanceTests.Leakage;

/// <summary>
/// The sample records of all six agencies, in which one family has been given the canaries' names. Every agency knows somebody
/// of that household.
/// </summary>
internal sealed class CanaryRecords(string folder)
{
    public string Folder => folder;

    public void Write()
    {
        var families = JsonSerializer.Deserialize<SampleFamilies>(
            WithCanaries(
                File.ReadAllText(Path.Combine(Repository.Root, "agency-adapters", "samples", "families.json"))
            ),
            MashJson.Options
        )!;
        WriteText("Police", "police.sql", PoliceSample.Script(families));
        WriteText("AdultServices", "adult-services.sql", AdultServicesSample.Script(families));
        HealthSamples.Write(families, Path.Combine(folder, "Health"));
        ProbationSamples.Write(families, Path.Combine(folder, "Probation"));
        EducationSamples.Write(EducationSamples.WithContacts(families), Path.Combine(folder, "Education"));
        Directory.CreateDirectory(Path.Combine(folder, "DomesticAbuse"));
        File.WriteAllBytes(Workbook, DomesticAbuseSample.Of(families).Write());
        SayInTheirWords();
    }

    /// <summary>
    /// Breaks the records of four agencies so that their readers' faults repeat what was read: a table that is a broken view, a
    /// line that is no line, a workbook that is none.
    /// </summary>
    /// <param name="databases">Folder of the databases made of the scripts.</param>
    public void Break(string databases)
    {
        Replace(Path.Combine(databases, "police.db"), "nominal");
        Replace(Path.Combine(databases, "adult-services.db"), "person");
        var pupils = Path.Combine(folder, "Education", "pupils.csv");
        File.AppendAllText(
            pupils,
            $"AD9999,{Canary.InFaults},,{Canary.Given},\"{Canary.InFaults}\" \"{Canary.Family},,31/31/{Canary.InFaults}\n"
        );
        File.SetLastWriteTimeUtc(pupils, File.GetLastWriteTimeUtc(pupils).AddSeconds(2));
        File.WriteAllText(Workbook, $"{Canary.InFaults} {Canary.Family} is no workbook");
        File.SetLastWriteTimeUtc(Workbook, File.GetLastWriteTimeUtc(Workbook).AddSeconds(2));
    }

    private string Workbook => Path.Combine(folder, "DomesticAbuse", "domestic-abuse.xlsx");

    private static string WithCanaries(string families) =>
        families
            .Replace("Hollis", Canary.Family, StringComparison.Ordinal)
            .Replace("\"Mia\"", $"\"{Canary.Given}\"", StringComparison.Ordinal)
            .Replace("2014-03-05", Canary.Born, StringComparison.Ordinal)
            .Replace("Larch Road", Canary.Street, StringComparison.Ordinal)
            .Replace("ZX1 4BD", Canary.Postcode, StringComparison.Ordinal)
            .Replace("9991000372", Canary.NhsNumber, StringComparison.Ordinal)
            .Replace("07700 900101", Canary.Telephone, StringComparison.Ordinal);

    private void SayInTheirWords()
    {
        var log = Path.Combine(folder, "Education", "safeguarding-log.csv");
        var said = File.ReadAllText(log);
        File.WriteAllText(log, said.Replace("Said that", $"Said that {Canary.InRecords}", StringComparison.Ordinal));
        var police = Path.Combine(folder, "Police", "police.sql");
        var script = File.ReadAllText(police);
        File.WriteAllText(
            police,
            $"{script}\nupdate domestic_incident set circumstances = circumstances || ' {Canary.InRecords}';\n"
        );
    }

    private void WriteText(string agency, string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, agency));
        File.WriteAllText(Path.Combine(folder, agency, name), text, Encoding.UTF8);
    }

    private static void Replace(string database, string table)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            pragma writable_schema = on;
            pragma foreign_keys = off;
            pragma legacy_alter_table = on;
            alter table {table} rename to away;
            create view {table} as select away.*, nowhere."{Canary.InFaults} {Canary.Family}" from away;
            """;
        command.ExecuteNonQuery();
    }
}
