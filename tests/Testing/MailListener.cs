using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PilotRegistry.Testing;

/// <summary>A mail as it came over the wire or lay in the folder, read by its headers and its text.</summary>
public sealed partial record ReceivedMail(string Raw)
{
    private int End => Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);

    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Raw[End..].Trim())).ReplaceLineEndings("\n");

    public string Subject => EncodedWord().Replace(Header("Subject")!, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value))).Trim();

    /// <summary>Names of the headers, as they stand.</summary>
    public IReadOnlyList<string> HeaderNames => [.. Unfolded().Select(line => line.Split(':')[0])];

    public string? Header(string name) =>
        Unfolded().Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).SingleOrDefault();

    private string[] Unfolded() => Raw[..End].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=\s*", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}

/// <summary>A mail server on a real socket that takes everything (RFC 5321, as much of it as a sender needs).</summary>
public sealed class MailListener : IAsyncDisposable
{
    private readonly TcpListener socket = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public MailListener()
    {
        socket.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)socket.LocalEndpoint).Port;

    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    /// <summary>Who was named to the server, in order.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>What it says to a recipient; 250 for yes.</summary>
    public string ToRecipient { get; set; } = "250 yes";

    /// <summary>What it says to a sender; 250 for yes.</summary>
    public string ToSender { get; set; } = "250 yes";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        socket.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await socket.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 listener.example");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            Commands.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "MAIL": await writer.WriteLineAsync(ToSender); break;
                case "RCPT": await writer.WriteLineAsync(ToRecipient); break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Mails.Enqueue(await ReadMailAsync(reader));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                default: await writer.WriteLineAsync("250 yes"); break;
            }
        }
    }

    private async Task<ReceivedMail> ReadMailAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line and not ".") text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return new(text.ToString());
    }
}
