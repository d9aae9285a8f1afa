using Microsoft.Data.Sqlite;

namespace MashBroker.Adapters.Sources;

/// <summary>Makes the SQLite file that stands for an agency's database in the samples, from its script, where there is none yet.</summary>
public static class SqliteSample
{
    /// <summary>The file appears whole or not at all: a script with a fault must not leave half a register behind.</summary>
    public static void EnsureLoaded(string file, string script)
    {
        if (File.Exists(file))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var part = $"{file}.{Environment.ProcessId}.part";
        File.Delete(part);
        try
        {
            using (var connection = new SqliteConnection($"Data Source={part};Pooling=False"))
            {
                connection.Open();
                using var transaction = connection.BeginTransaction();
                using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = File.ReadAllText(Found(script));
                command.ExecuteNonQuery();
                transaction.Commit();
            }

            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    // Services are started from any working folder; the samples lie beside the program.
    internal static string Found(string script) =>
        File.Exists(script) ? script : Path.Combine(AppContext.BaseDirectory, script);
}
