using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MashBroker.Cli.Commands;

/// <summary>Files that a command is given to read.</summary>
internal static class Files
{
    /// <exception cref="CommandException">It is not there.</exception>
    public static byte[] Read(FileInfo file) =>
        file.Exists
            ? File.ReadAllBytes(file.FullName)
            : throw new CommandException(ExitCode.NotFound, $"There is no file '{file.FullName}'.");

    /// <param name="file">A path, or - for standard input.</param>
    /// <exception cref="CommandException">It is not there.</exception>
    public static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        if (file == "-")
        {
            using var all = new MemoryStream();
            await Console.OpenStandardInput().CopyToAsync(all, cancellation);
            return all.ToArray();
        }

        return File.Exists(file)
            ? await File.ReadAllBytesAsync(file, cancellation)
            : throw new CommandException(ExitCode.NotFound, $"There is no file '{file}'. Check the path.");
    }

    /// <summary>The same document with one field set; what is no JSON object goes as it is, and is refused where it is read.</summary>
    public static byte[] WithField(byte[] json, string field, JsonNode value)
    {
        try
        {
            if (JsonNode.Parse(json) is JsonObject document)
            {
                document[field] = value;
                return JsonSerializer.SerializeToUtf8Bytes(document);
            }
        }
        catch (JsonException)
        {
            // The hub reads it as it is and tells everything that is wrong with it.
        }

        return json;
    }

    /// <summary>Writes what names people: readable by its owner alone where it is new.</summary>
    public static async Task WritePrivateAsync(FileInfo file, byte[] bytes, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(file.FullName, options);
        await stream.WriteAsync(bytes, cancellation);
    }

    /// <exception cref="CommandException">It is not there, or is no certificate.</exception>
    public static X509Certificate2 ReadRoot(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new CommandException(
                ExitCode.NotFound,
                $"There is no root certificate '{file.FullName}'. Name the hub's root with --root; whoever verifies has it from the hub by "
                    + "another way than what is verified."
            );
        }

        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(file.FullName));
        }
        catch (CryptographicException fault)
        {
            throw new CommandException(
                ExitCode.NotAccepted,
                $"'{file.FullName}' holds no certificate that can be read. Give the root as PEM (BEGIN CERTIFICATE).",
                fault
            );
        }
    }
}
