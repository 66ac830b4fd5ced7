namespace PilotRegistry.Testing;

/// <summary>A folder into which a service writes its mails instead of sending them.</summary>
public sealed class MailFolder(string path)
{
    /// <summary>Mails to this address, as soon as there are so many; fails after ten seconds.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ToAsync(string address, int count)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            var found = Directory.GetFiles(path, "*.eml").Select(Read).OfType<ReceivedMail>().Where(mail => mail.Header("To") == address).ToList();
            if (found.Count >= count) return found;
            await Task.Delay(50);
        }

        throw new TimeoutException($"There are not {count} mails to {address}.");
    }

    /// <summary>A file that is being written is none yet.</summary>
    private static ReceivedMail? Read(string file)
    {
        try
        {
            var raw = File.ReadAllText(file);
            return raw.Contains("\r\n\r\n", StringComparison.Ordinal) && new ReceivedMail(raw).Text.Length > 0 ? new(raw) : null;
        }
        catch (Exception early) when (early is IOException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
