using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Cli.Commands;

/// <summary>Files that a command is given to read.</summary>
internal static class Files
{
    /// <exception cref="CommandException">It is not there.</exception>
    public static byte[] Read(FileInfo file) =>
        file.Exists
            ? File.ReadAllBytes(file.FullName)
            : throw new CommandException(ExitCode.NotFound, $"There is no file '{file.FullName}'.");

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
