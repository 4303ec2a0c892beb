"use client";
import { useEffect, useState } from "react";

/** A question to the server and its answer; null when there was none: it refused, or could not be reached. */
type Answer<T> = { question: string; value: T | null };

/**
 * What the server answers to the latest question. The one before is dropped with its answer; until the next one comes the last answer stays, with the
 * question it belongs to. Null is no question.
 */
export function useAnswer<T>(question: string | null, delay = 60): Answer<T> | null {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);

  useEffect(() => {
    if (!question) return undefined;
    const request = new AbortController();
    const timer = setTimeout(() => {
      void fetch(question, { signal: request.signal })
        .then((response) => (response.ok ? (response.json() as Promise<T>) : Promise.reject(new Error(String(response.status)))))
        .catch(() => null) // dropped by a further letter, refused, or offline: the next letter asks again
        .then((value) => request.signal.aborted || setAnswer({ question, value }));
    }, delay);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [question, delay]);
  return answer;
}
