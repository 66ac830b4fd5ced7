using System.Runtime.InteropServices;

namespace PilotRegistry.TransparencyLog;

/// <summary>Files that are there whole or not at all, also after the power went: written beside, forced to the disk, put in place.</summary>
public static partial class DurableFile
{
    /// <summary>Puts a file in the place of whatever was there. When this returns, it survives a crash of the machine.</summary>
    /// <param name="path">In a folder that exists; one writer at a time.</param>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = $"{path}.new";
        using (var writing = File.OpenHandle(draft, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(writing, bytes, fileOffset: 0);
            RandomAccess.FlushToDisk(writing);
        }

        File.Move(draft, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>
    /// Gives a finished folder its name, which no other has: whatever is there already stays. When this returns, it survives a crash of the
    /// machine; its files must have been put there by <see cref="Replace"/>.
    /// </summary>
    /// <exception cref="IOException">There is a folder of that name.</exception>
    public static void Publish(string draft, string folder)
    {
        Directory.Move(draft, folder);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!);
    }

    /// <summary>A name is part of its folder, and .NET opens no folders. Windows keeps names in its journal and needs none of this.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var opened = open(folder, flags: 0);
        var flushed = opened >= 0 && fsync(opened) == 0;
        if (opened >= 0)
        {
            _ = close(opened);
        }

        if (!flushed)
        {
            throw new IOException($"The folder {folder} cannot be forced to the disk.");
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int file);
}
